package org.yanqi.app.ca;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The embedded certification authority.
 *
 * @param keys where its RSA keys lie; SM2 keys always lie in PKCS#12
 * @param directory of PKCS#12 files, encrypted; they are made at the first start
 * @param secret encrypts them; the product does not start without one
 * @param pkcs11 the token, if keys lie in one
 * @param publicUrl address under which certificates tell others to find revocation lists
 * @param crlValidity how long a revocation list may be relied upon
 * @param crlShard most certificates that one revocation list answers for
 * @param organisation name of the authority in its own certificates
 * @param profiles what is issued, as in {@code profiles.yaml}
 */
@ConfigurationProperties("yanqi.ca")
public record CaProperties(
        @DefaultValue("PKCS12") Store keys,
        Path directory,
        @DefaultValue("") String secret,
        @DefaultValue Token pkcs11,
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue("P7D") Duration crlValidity,
        @DefaultValue("10000") int crlShard,
        @DefaultValue("Yanqi") String organisation,

        @DefaultValue("classpath:org/yanqi/app/ca/profiles.yaml")
        Resource profiles) {
    private static final int SHORTEST_SECRET = 12;
    private static final int FEWEST_IN_A_SHARD = 2;

    /** Where private keys lie. */
    public enum Store {
        PKCS12,
        PKCS11
    }

    /**
     * A PKCS#11 token.
     *
     * @param library the vendor's shared library
     * @param slot its slot's number; without one the first slot with a token in it
     * @param pin of its user
     */
    public record Token(
            @Nullable Path library,
            @Nullable Long slot,
            @DefaultValue("") String pin) {}

    public CaProperties {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("yanqi.ca.secret must be set to at least " + SHORTEST_SECRET
                    + " characters: it encrypts the keys of the certification authority (environment:"
                    + " YANQI_CA_SECRET)");
        }
        if (crlShard < FEWEST_IN_A_SHARD) {
            throw new IllegalArgumentException("yanqi.ca.crl-shard must be " + FEWEST_IN_A_SHARD + " or more");
        }
    }
}
