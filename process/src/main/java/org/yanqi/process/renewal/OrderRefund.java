package org.yanqi.process.renewal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund of an order, whole or by certificate (R14).
 *
 * @param items the order's items whose money goes back
 * @param fen the sum of their prices
 * @param number the number under which the provider knows it, from the approval on
 */
public record OrderRefund(
        UUID id,
        UUID caseId,
        Set<UUID> items,
        long fen,
        String reason,
        State state,
        Instant decided,
        String decidedBy,
        @Nullable String approvedBy,
        @Nullable String approvalReason,
        @Nullable Instant ended,
        @Nullable String number) {

    /** Where it stands. */
    public enum State {
        /** Finance decided; a supervisor is to approve. */
        DECIDED,
        DECLINED,
        /** The items are settled, the money is on its way. */
        APPROVED,
        REFUNDED,
        /** The provider would not give it back; a payment exception has it. */
        FAILED
    }
}
