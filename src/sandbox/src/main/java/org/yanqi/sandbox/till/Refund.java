package org.yanqi.sandbox.till;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back.
 *
 * @param id the gateway's own number
 * @param number the merchant's number, unique per channel
 * @param transaction the payment it comes from
 * @param amount in fen
 * @param reason the merchant's words
 * @param notifyUrl where to tell of the result, if anywhere
 * @param state where it stands
 * @param asked when it was asked for
 * @param settled when it reached its end
 */
public record Refund(
        String id,
        String number,
        String transaction,
        long amount,
        String reason,
        @Nullable String notifyUrl,
        State state,
        Instant asked,
        @Nullable Instant settled) {
    /** Where a refund stands. */
    public enum State {
        /** Under way. */
        PROCESSING,
        /** The payer has it. */
        SUCCESS,
        /** The payer's account would not take it. */
        ABNORMAL
    }

    Refund settle(State end, Instant at) {
        return new Refund(id, number, transaction, amount, reason, notifyUrl, end, asked, at);
    }
}
