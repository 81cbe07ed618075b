package org.yanqi.app.ca;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.certificate.Algorithm;

/**
 * What the authority must remember of its issuing. Each call that writes happens whole or not at all, and is durable when
 * it returns; each puts its entry on the record.
 */
public interface Books {
    /** A serial about to be signed, with its specimen. */
    record Begun(
            String serial,
            Algorithm hierarchy,
            String profile,
            int shard,
            String subject,
            Instant notBefore,
            Instant notAfter,
            byte[] specimen) {}

    /** A serial that was signed. */
    record Signed(String serial, String profile, byte[] certificate) {}

    /**
     * What a request was answered with, once and for all.
     *
     * @param signing serial
     * @param encryption serial
     */
    record Answer(
            String requestHash, String signing, @Nullable String encryption, byte @Nullable [] envelope) {}

    Optional<Answer> answerTo(String requestKey);

    /** The certificate with this serial, if it was really signed. */
    Optional<byte[]> certificate(String serial);

    boolean isRevoked(String serial);

    /** Before the real signature: serials and specimens; refuses a serial that was ever used. */
    void begin(String requestKey, List<Begun> begun);

    /**
     * After the real signatures: the certificates, and that they are the answer.
     *
     * @return false if the request was answered meanwhile: that answer counts, and these are revoked
     */
    boolean finish(String requestKey, List<Signed> signed, Answer answer);

    /** Gives up what an earlier attempt at this request may or may not have signed: it is revoked, never signed again. */
    void abandonUnfinished(String requestKey);

    /**
     * Repeatable.
     *
     * @param reason CRLReason of RFC 5280 §5.3.1
     */
    void revoke(String serial, int reason);
}
