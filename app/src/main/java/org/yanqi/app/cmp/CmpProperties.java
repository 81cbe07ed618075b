package org.yanqi.app.cmp;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yanqi.process.certificate.Algorithm;

/**
 * An outside certification authority; asked when {@code yanqi.ca.kind} is cmp.
 *
 * @param endpoint its address for CMP over HTTP (RFC 6712)
 * @param authority its name, to which messages are addressed
 * @param responder name in the certificate that protects its answers; the authority's if it is not set
 * @param trust PEM file of the certificates in which chains must end
 * @param keyStore PKCS#12 file with the registration authority's key and certificate, with which this product protects its messages;
 *     not needed where a secret is shared (see {@link MacProperties})
 * @param request how a key update is asked for
 * @param confirm when the authority is told that a certificate is accepted
 * @param implicitConfirm whether the authority is asked to do without a confirmation
 * @param confirmWithin how long it waits for one if it does not say itself
 * @param confirmBefore how long before that time a certificate is accepted whose key has not confirmed yet
 * @param timeout for one exchange
 * @param algorithms kinds of keys that it certifies
 * @param shorterBy how much earlier than paid for a certificate may end
 */
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
@ConfigurationProperties("yanqi.cmp")
public record CmpProperties(
        URI endpoint,
        String authority,
        @Nullable String responder,
        Path trust,
        @Nullable Path keyStore,
        @DefaultValue("") String keyStorePassword,
        @DefaultValue("key-update") Asking request,
        @DefaultValue("on-key") Confirming confirm,
        @DefaultValue("false") boolean implicitConfirm,
        @DefaultValue("PT10M") Duration confirmWithin,
        @DefaultValue("PT1M") Duration confirmBefore,
        @DefaultValue("PT10S") Duration timeout,
        @DefaultValue("RSA_2048,RSA_3072") Set<Algorithm> algorithms,
        @DefaultValue("P1D") Duration shorterBy) {

    /** How a key update is asked for by a registration authority. */
    public enum Asking {
        /** A kur that names the old certificate; the registration authority has verified the proof of possession. */
        KEY_UPDATE,
        /** A p10cr that carries the key's own request, so that the authority verifies the proof itself. */
        PKCS10
    }

    /** When the authority is told that a certificate is accepted. */
    public enum Confirming {
        /** Once the key has confirmed (R7), at the latest shortly before the authority's time is over. */
        ON_KEY,
        /** As soon as the certificate was found right. */
        AT_ONCE
    }

    String expectedResponder() {
        return responder == null || responder.isBlank() ? authority : responder;
    }
}
