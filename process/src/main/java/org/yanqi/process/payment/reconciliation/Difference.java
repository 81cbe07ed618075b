package org.yanqi.process.payment.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.PaymentException;

/**
 * Something in which a channel's bill and our books do not agree. It needs an explanation or an exception before its day
 * can be signed off.
 *
 * @param word says more than the kind, where there is more to say: amount, state, unknown, not-there
 * @param number our payment or refund number, as far as there is one
 * @param channelFen what the channel says
 * @param ownFen what we counted
 * @param lineNumber where it stands in the bill
 * @param details the text of a line that nobody could read; or the sums, stated and found, of lines, paid, refunded and fees as in
 *     {@code 2/2 45000/20000 0/0 120/120}
 * @param exception of the money that only one side has
 */
public record Difference(
        UUID id,
        LocalDate day,
        Channel channel,
        Kind kind,
        @Nullable String word,
        State state,
        Instant found,
        @Nullable UUID caseId,
        @Nullable String number,
        @Nullable String providerNumber,
        @Nullable Long channelFen,
        @Nullable Long ownFen,
        @Nullable Long feeFen,
        @Nullable Long lineNumber,
        @Nullable String details,
        @Nullable UUID exception,
        PaymentException.@Nullable State exceptionState,
        @Nullable String explanation,
        @Nullable String explainedBy,
        @Nullable Instant explained) {

    /** In what way. */
    public enum Kind {
        /** Money that the channel took and we did not count. */
        CHANNEL_HAS_IT,
        /** Money that we counted, and neither this bill nor the neighbouring day's has it. */
        WE_HAVE_IT,
        AMOUNT_DIFFERS,
        /** A fee beyond what is agreed. */
        FEE_STRANGE,
        /** A refund that only one side has, or in another amount or state. */
        REFUND_DIFFERS,
        UNREADABLE_LINE,
        /** A line that a bill has twice, or that another day's bill has already. */
        DUPLICATED_LINE,
        /** The bill's own sums are not those of its lines. */
        TOTALS_DIFFER,
        DAMAGED_BILL,
        MISSING_BILL
    }

    /** Whether somebody still has to care. */
    public enum State {
        OPEN,
        EXPLAINED,
        /** It went away by itself, as when a late row came. */
        RESOLVED
    }

    /** Its day can be signed off as far as this goes. */
    public boolean isSettled() {
        return state != State.OPEN || exception != null;
    }
}
