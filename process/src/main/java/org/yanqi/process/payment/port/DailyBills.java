package org.yanqi.process.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.Port;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;

/** What one channel says it took and gave back on a day. Read as a stream: a day may have a million lines. */
@Port
public interface DailyBills {
    Channel channel();

    /**
     * Fetches the bill of a calendar day (Asia/Shanghai) and hands each line to the reader as it is read. A line that cannot be
     * understood is handed over as unreadable and the reading goes on. Called without a transaction.
     *
     * @throws NoAnswer if nothing is known of the bill; ask again later
     */
    Bill read(LocalDate day, Reader reader) throws NoAnswer;

    /** Whoever takes the lines. */
    interface Reader {
        void line(Line line);

        /** A line nobody could read: its number in the file from 1, its text, and why. */
        void unreadable(long number, String text, String why);
    }

    /** One movement of money as the channel tells it; amounts in fen and never negative. */
    record Line(
            Kind kind,
            @Nullable String number,
            @Nullable String refundNumber,
            String providerNumber,
            long fen,
            long feeFen,
            Instant at,
            @Nullable String payer) {
        /** Which way the money went. */
        public enum Kind {
            PAYMENT,
            REFUND
        }
    }

    /** What the channel says of the day as a whole. */
    record Bill(
            State state,
            @Nullable Totals stated,
            @Nullable String hash,
            @Nullable String why) {
        /** How the bill was found. DAMAGED: the content is not what its hash or its form promised; its lines do not count. */
        public enum State {
            READ,
            EMPTY,
            NOT_READY,
            DAMAGED
        }

        /** The channel's own sums at the end of the file; absent if it wrote none. Amounts in fen. */
        public record Totals(long lines, long paidFen, long refundedFen, long feeFen) {}
    }
}
