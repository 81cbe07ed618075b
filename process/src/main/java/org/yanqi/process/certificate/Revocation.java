package org.yanqi.process.certificate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;

/**
 * A revocation outside a renewal, by two persons.
 *
 * @param cause as the revocation list will say it
 * @param reason in the words of the person who asked
 * @param decidedBy the second person, never the first
 */
public record Revocation(
        UUID id,
        UUID certificate,
        UUID organisation,
        Reason cause,
        String reason,
        State state,
        String askedBy,
        Instant asked,
        @Nullable String decidedBy,
        @Nullable Instant decided,
        @Nullable String decisionReason,
        @Nullable Instant revoked) {

    /** How far it came. */
    public enum State {
        ASKED,
        APPROVED,
        DECLINED,
        REVOKED
    }
}
