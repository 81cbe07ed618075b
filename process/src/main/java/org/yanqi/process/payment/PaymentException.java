package org.yanqi.process.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that fits no open order, with its owner and deadline (R5).
 *
 * @param number the number under which the channel knows the money: one of ours, or not
 * @param fen what arrived
 * @param expectedFen what the order wanted, if there is one
 * @param paid when it arrived, if the channel said so
 * @param rule the rule by which the money goes back, where no person decided
 * @param refundFen what is to be given back by the decision
 */
public record PaymentException(
        UUID id,
        ExceptionKind kind,
        State state,
        @Nullable UUID payment,
        @Nullable UUID order,
        @Nullable UUID caseId,
        Channel channel,
        String number,
        @Nullable String providerNumber,
        long fen,
        @Nullable Long expectedFen,
        @Nullable Instant paid,
        @Nullable String payer,
        String evidence,
        Instant opened,
        @Nullable String decision,
        @Nullable String decidedBy,
        @Nullable String rule,
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
