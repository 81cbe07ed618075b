package org.yanqi.process.certificate.port;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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

    /**
     * In what state a certificate is, from the authority's own books or as its signed OCSP answer or revocation list says.
     * Called without a transaction. An authority that cannot be asked has no answer, which is never taken for a good one.
     *
     * @throws NoAnswer if the state cannot be learned now; ask again
     */
    default Standing standing(byte[] certificate) throws NoAnswer {
        throw new NoAnswer(
                "this authority cannot be asked for the state of a certificate", new UnsupportedOperationException());
    }

    /** What an authority says of a certificate: as in OCSP, unknown means that it never issued it. */
    enum State {
        GOOD,
        REVOKED,
        UNKNOWN
    }

    /**
     * The state of a certificate as its authority sees it.
     *
     * @param asOf when the authority knew it: now for its own books, else {@code producedAt} of the OCSP answer or
     *     {@code thisUpdate} of the list
     * @param revoked when it was revoked
     * @param reason why; one that the house has no word for is UNSPECIFIED
     * @param list the revocation list in force, if the authority publishes one
     * @param chain DER of the authority's certificates above this one, the issuing one first and the root last, as
     *     configured or founded, never as somebody sent them; empty if the state is UNKNOWN
     */
    record Standing(
            State state,
            Instant asOf,
            @Nullable Instant revoked,
            @Nullable Reason reason,
            @Nullable RevocationList list,
            List<byte[]> chain) {}

    /** Number and times of a revocation list (RFC 5280 §5.1.2, §5.2.3). */
    record RevocationList(
            BigInteger number, Instant thisUpdate, @Nullable Instant nextUpdate) {}

    /** RFC 5280 reasons that the house uses. */
    enum Reason {
        SUPERSEDED(4),
        KEY_COMPROMISE(1),
        CESSATION_OF_OPERATION(5),
        UNSPECIFIED(0);

        private final int number;

        Reason(int number) {
            this.number = number;
        }

        /** As revocation lists write it (RFC 5280 §5.3.1). */
        public int number() {
            return number;
        }

        /** UNSPECIFIED for a reason that the house has no word for. */
        public static Reason of(int number) {
            return Arrays.stream(values())
                    .filter(one -> one.number == number)
                    .findFirst()
                    .orElse(UNSPECIFIED);
        }
    }

    /** The outcome is unknown until asked again. */
    class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        public NoAnswer(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
