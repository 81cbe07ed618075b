package org.yanqi.process.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that fits no open order, with its owner and deadline (R5).
 *
 * @param fen what arrived
 * @param expectedFen what the order wanted, if there is one
 * @param refundFen what is to be given back by the decision
 */
public record PaymentException(
        UUID id,
        ExceptionKind kind,
        State state,
        @Nullable UUID payment,
        @Nullable UUID order,
        @Nullable UUID caseId,
        long fen,
        @Nullable Long expectedFen,
        String evidence,
        Instant opened,
        @Nullable String decision,
        @Nullable String decidedBy,
        @Nullable String reason,
        long refundFen,
        @Nullable String refundNumber,
        @Nullable String transferReference) {

    /** Where it stands. */
    public enum State {
        OPEN,
        DECIDED,
        APPROVED,
        CLOSED
    }
}
