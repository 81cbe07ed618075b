package org.yanqi.process.certificate.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.Port;
import org.yanqi.process.certificate.Algorithm;

/** Issues and revokes certificates; embedded or outside. */
@Port
public interface CertificateAuthority {
    /**
     * What is asked for. The same {@code key} gets the same certificates again, byte for byte.
     *
     * @param replaced DER of the certificate that is replaced; renewal is bound to its issuer and serial, never to a name
     * @param request PKCS#10 DER, signed by the new key; or a key update request that holds both signatures
     * @param oldSignature over {@code request}, by the key that is replaced
     */
    record Request(
            String key,
            byte[] replaced,
            byte[] request,
            byte[] oldSignature,
            Algorithm algorithm,
            Instant notBefore,
            Instant notAfter) {}

    /** What the authority answers. */
    sealed interface Reply {
        /** @param envelope SM2EnvelopedKey with the encryption key, null if there is none */
        record Issued(byte[] signing, byte @Nullable [] encryption, byte @Nullable [] envelope, List<byte[]> chain)
                implements Reply {}

        /** The authority will not issue for this request, whoever asks how often. */
        record Refused(String code, String reason) implements Reply {}

        /** Not yet; ask again after the pause. */
        record Waiting(Duration pause) implements Reply {}
    }

    /** First certificate for a new key, for taking over customers and sample data. */
    Reply enrol(String key, String subject, byte[] request, Algorithm algorithm, Instant notBefore, Instant notAfter)
            throws NoAnswer;

    Reply update(Request request) throws NoAnswer;

    /**
     * The key has proved that it holds this certificate (R7): an authority that waits for such a word is told. Asked before the
     * old certificate is revoked. Repeatable.
     */
    default void confirm(byte[] certificate) throws NoAnswer {}

    /** Repeatable. */
    void revoke(byte[] certificate, Reason reason) throws NoAnswer;

    /** RFC 5280 reasons that the house uses. */
    enum Reason {
        SUPERSEDED,
        KEY_COMPROMISE,
        CESSATION_OF_OPERATION,
        UNSPECIFIED
    }

    /** The outcome is unknown until asked again. */
    class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        public NoAnswer(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
