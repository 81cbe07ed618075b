package org.yanqi.app.ca;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded certification authority.
 *
 * @param directory where its keys lie, encrypted; they are made at the first start
 * @param secret encrypts them; the product does not start without one
 * @param publicUrl address under which certificates tell others to find revocation lists
 * @param crlValidity how long a revocation list may be relied upon
 * @param organisation name of the authority in its own certificates
 */
@ConfigurationProperties("yanqi.ca")
public record CaProperties(
        Path directory,
        @DefaultValue("") String secret,
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue("P7D") Duration crlValidity,
        @DefaultValue("Yanqi") String organisation) {
    private static final int SHORTEST_SECRET = 12;

    public CaProperties {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "yanqi.ca.secret must be set to at least " + SHORTEST_SECRET
                            + " characters: it encrypts the keys of the certification authority (environment: YANQI_CA_SECRET)");
        }
    }
}
