package org.yanqi.process.payment.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.DailyBills.Bill;

/** How each bill was found. One node at a time reads a bill: it holds a lease and renews it with each batch. */
@Repository
class BillStore {
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int WHY = 500;

    private final JdbcClient database;
    private final Clock clock;

    BillStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How a bill stands. */
    enum State {
        AWAITED,
        READ,
        EMPTY,
        DAMAGED,
        MISSING;

        /** The lines of such a bill can be compared with ours. */
        boolean isThere() {
            return this == READ || this == EMPTY;
        }
    }

    /** A bill before it is asked for. */
    record Known(
            State state,
            int round,
            @Nullable Instant leaseUntil,
            @Nullable Instant askedFirst,
            int askedRound) {}

    /** Makes the row if it is missing and holds it to the end of the transaction. */
    Known lock(LocalDate day, Channel channel) {
        database.sql("""
                        insert into reconciliation_bill (bill_day, channel, state, round, asked_round, asks, lines,
                          unreadable, paid_fen, refunded_fen, fee_fen, fee_back_fen, matched, own_count, own_paid_fen,
                          own_refunded_fen, held)
                        values (:day, :channel, 'AWAITED', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                        on conflict do nothing
                        """).param("day", day).param("channel", channel.name()).update();
        return database.sql("""
                        select state, round, lease_until, asked_first, asked_round from reconciliation_bill
                        where bill_day = :day and channel = :channel for update
                        """)
                .param("day", day)
                .param("channel", channel.name())
                .query((row, i) -> new Known(
                        State.valueOf(row.getString(1)),
                        row.getInt(2),
                        instant(row.getObject(3, OffsetDateTime.class)),
                        instant(row.getObject(4, OffsetDateTime.class)),
                        row.getInt(5)))
                .single();
    }

    /** The bill is being read now, and by this load only. */
    void lease(LocalDate day, Channel channel, UUID load, int round) {
        database.sql("""
                        update reconciliation_bill set load_id = :load, lease_until = :until, asks = asks + 1,
                          asked_first = case when asked_round = :round then asked_first else :now end,
                          asked_round = :round
                        where bill_day = :day and channel = :channel
                        """)
                .param("load", load)
                .param("until", until())
                .param("round", round)
                .param("now", BillDay.now(clock))
                .param("day", day)
                .param("channel", channel.name())
                .update();
    }

    /** @throws IllegalStateException if somebody else reads the bill by now */
    void renew(LocalDate day, Channel channel, UUID load) {
        var held = database.sql("""
                        update reconciliation_bill set lease_until = :until
                        where bill_day = :day and channel = :channel and load_id = :load
                        """)
                .param("until", until())
                .param("day", day)
                .param("channel", channel.name())
                .param("load", load)
                .update();
        if (held == 0) {
            throw new IllegalStateException("the bill of " + day + " is being read by somebody else");
        }
    }

    /** It is not there yet, or not to be relied upon: asked again in this round. */
    void release(LocalDate day, Channel channel, @Nullable String why) {
        database.sql("""
                        update reconciliation_bill set lease_until = null, why = :why
                        where bill_day = :day and channel = :channel
                        """)
                .param("why", shortened(why))
                .param("day", day)
                .param("channel", channel.name())
                .update();
    }

    /** Reading it failed; the next attempt need not wait, unless somebody else reads it by now. */
    void giveUp(LocalDate day, Channel channel, UUID load, @Nullable String why) {
        database.sql("""
                        update reconciliation_bill set lease_until = null, why = :why
                        where bill_day = :day and channel = :channel and load_id = :load
                        """)
                .param("why", shortened(why))
                .param("day", day)
                .param("channel", channel.name())
                .param("load", load)
                .update();
    }

    /** How it was found in this round. */
    void settle(LocalDate day, Channel channel, int round, State state, @Nullable String why) {
        database.sql("""
                        update reconciliation_bill set lease_until = null, state = :state, round = :round, why = :why
                        where bill_day = :day and channel = :channel
                        """)
                .param("state", state.name())
                .param("round", round)
                .param("why", shortened(why))
                .param("day", day)
                .param("channel", channel.name())
                .update();
    }

    /** What the channel says of a bill that was read. */
    void describe(LocalDate day, Channel channel, Bill bill) {
        var stated = bill.stated();
        database.sql("""
                        update reconciliation_bill set hash = :hash, read_at = :now, stated_lines = :lines,
                          stated_paid_fen = :paid, stated_refunded_fen = :refunded, stated_fee_fen = :fee
                        where bill_day = :day and channel = :channel
                        """)
                .param("hash", shortened(bill.hash(), 128))
                .param("now", BillDay.now(clock))
                .param("lines", stated == null ? null : stated.lines())
                .param("paid", stated == null ? null : stated.paidFen())
                .param("refunded", stated == null ? null : stated.refundedFen())
                .param("fee", stated == null ? null : stated.feeFen())
                .param("day", day)
                .param("channel", channel.name())
                .update();
    }

    private OffsetDateTime until() {
        return BillDay.stored(clock.instant().plus(LEASE));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String shortened(@Nullable String text) {
        return shortened(text, WHY);
    }

    private static @Nullable String shortened(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
