package org.yanqi.process.payment.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.payment.Channel;

/**
 * A calendar day as finance sees it. Amounts in fen.
 *
 * @param rounds how often its bills were looked at
 * @param reopened how often it was opened again after a signature
 * @param differences that are not resolved, explained ones included
 * @param unsettled differences with neither an explanation nor an exception
 */
public record ReconciledDay(
        LocalDate day,
        boolean isSigned,
        int rounds,
        int reopened,
        @Nullable Instant signed,
        @Nullable String signedBy,
        long differences,
        long unsettled,
        List<Bill> bills) {

    /**
     * One channel's bill beside what we counted.
     *
     * @param state AWAITED, READ, EMPTY, DAMAGED or MISSING
     * @param feeFen what the channel kept, less what it gave back with refunds
     * @param stated the bill's own sums, if it has any
     * @param ownCount our payments and refunds of the day
     * @param held ours that wait for the neighbouring day's bill
     */
    public record Bill(
            Channel channel,
            String state,
            int asks,
            @Nullable Instant read,
            @Nullable String hash,
            @Nullable String why,
            long lines,
            long unreadable,
            long paidFen,
            long refundedFen,
            long feeFen,
            @Nullable Long statedLines,
            @Nullable Long statedPaidFen,
            @Nullable Long statedRefundedFen,
            @Nullable Long statedFeeFen,
            long matched,
            long ownCount,
            long ownPaidFen,
            long ownRefundedFen,
            long held) {

        /** What reaches our account. */
        public long netFen() {
            return paidFen - refundedFen - feeFen;
        }

        public boolean isLacking() {
            return state.equals("DAMAGED") || state.equals("MISSING");
        }
    }

    /** Who signed the day, in which round, and over what. */
    public record Signature(
            int round,
            Instant at,
            String account,
            String name,
            long paidFen,
            long refundedFen,
            long feeFen,
            long differences,
            @Nullable String note) {}

    /** What somebody wrote about the day. */
    public record Note(Instant at, String account, String name, String text) {}

    ReconciledDay with(List<Bill> known) {
        return new ReconciledDay(
                day, isSigned, rounds, reopened, signed, signedBy, differences, unsettled, List.copyOf(known));
    }

    public long paidFen() {
        return bills.stream().mapToLong(Bill::paidFen).sum();
    }

    public long refundedFen() {
        return bills.stream().mapToLong(Bill::refundedFen).sum();
    }

    public long feeFen() {
        return bills.stream().mapToLong(Bill::feeFen).sum();
    }

    public long netFen() {
        return bills.stream().mapToLong(Bill::netFen).sum();
    }

    public long matched() {
        return bills.stream().mapToLong(Bill::matched).sum();
    }
}
