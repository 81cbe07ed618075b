package org.yanqi.process.payment.reconciliation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.process.payment.Channel;

/** Sums of a bill and of our own movements, and what the bill says of itself. Bills without sums of their own are taken as they are. */
@Repository
class TotalsOfBill {
    private final JdbcClient database;

    TotalsOfBill(JdbcClient database) {
        this.database = database;
    }

    /** Sums of lines, and what the channel wrote below them. */
    private record Sums(
            long lines,
            long unreadable,
            long paid,
            long refunded,
            long fee,
            long feeBack,
            @Nullable Long statedLines,
            @Nullable Long statedPaid,
            @Nullable Long statedRefunded,
            @Nullable Long statedFee,
            long ownPaid) {

        boolean agree() {
            return statedLines == null
                    || (statedLines == lines + unreadable
                            && Objects.requireNonNull(statedPaid) == paid
                            && Objects.requireNonNull(statedRefunded) == refunded
                            && feeAgrees(Objects.requireNonNull(statedFee)));
        }

        /** Channels sum fees before they round them; some deduct what went back with refunds, some do not. */
        private boolean feeAgrees(long stated) {
            var rounding = lines / 2 + 1;
            return Math.abs(stated - fee) <= rounding || Math.abs(stated - (fee - feeBack)) <= rounding;
        }

        /** Stated and found, of lines, paid, refunded and fees. */
        String words() {
            return "%d/%d %d/%d %d/%d %d/%d"
                    .formatted(
                            statedLines,
                            lines + unreadable,
                            statedPaid,
                            paid,
                            statedRefunded,
                            refunded,
                            statedFee,
                            fee - feeBack);
        }
    }

    void write(LocalDate day, Channel channel, BillStore.State state, Map<String, Object> facts) {
        sum(day, channel, facts);
        var sums = read(day, channel);
        bill(day, channel, facts, "DAMAGED_BILL", state == BillStore.State.DAMAGED, sums.ownPaid());
        bill(day, channel, facts, "MISSING_BILL", state == BillStore.State.MISSING, sums.ownPaid());
        var differ = state == BillStore.State.READ && !sums.agree();
        resolve(day, channel, "TOTALS_DIFFER", differ ? sums.words() : "");
        if (differ && !isThere(day, channel, "TOTALS_DIFFER")) {
            add(day, channel, facts, "TOTALS_DIFFER", sums.words(), sums.statedPaid(), sums.paid());
        }
    }

    private void sum(LocalDate day, Channel channel, Map<String, Object> facts) {
        database.sql("""
                        update reconciliation_bill set
                          lines = (select count(*) from bill_line l where l.bill_day = :day and l.channel = :channel),
                          unreadable = (select count(*) from reconciliation_difference d
                            where d.bill_day = :day and d.channel = :channel and d.kind = 'UNREADABLE_LINE'),
                          paid_fen = (select coalesce(sum(l.fen), 0) from bill_line l
                            where l.bill_day = :day and l.channel = :channel and l.kind = 'PAYMENT'),
                          refunded_fen = (select coalesce(sum(l.fen), 0) from bill_line l
                            where l.bill_day = :day and l.channel = :channel and l.kind = 'REFUND'),
                          fee_fen = (select coalesce(sum(l.fee_fen), 0) from bill_line l
                            where l.bill_day = :day and l.channel = :channel and l.kind = 'PAYMENT'),
                          fee_back_fen = (select coalesce(sum(l.fee_fen), 0) from bill_line l
                            where l.bill_day = :day and l.channel = :channel and l.kind = 'REFUND'),
                          matched = (select count(*) from bill_match m where m.bill_day = :day and m.channel = :channel),
                          own_count = (select count(*) from payment p where p.channel = :channel
                              and p.paid_fen is not null and p.paid_at >= :from and p.paid_at < :until)
                            + (select count(*) from refund r where r.channel = :channel and r.state = 'SUCCEEDED'
                              and r.succeeded >= :from and r.succeeded < :until),
                          own_paid_fen = (select coalesce(sum(p.paid_fen), 0) from payment p where p.channel = :channel
                              and p.paid_fen is not null and p.paid_at >= :from and p.paid_at < :until),
                          own_refunded_fen = (select coalesce(sum(r.fen), 0) from refund r where r.channel = :channel
                              and r.state = 'SUCCEEDED' and r.succeeded >= :from and r.succeeded < :until),
                          held = (select count(*) from payment p where p.channel = :channel
                              and p.paid_fen is not null and p.paid_at >= :from and p.paid_at < :until
                              and not exists (select 1 from bill_match m where m.payment_id = p.id)
                              and not exists (select 1 from reconciliation_difference d
                                where d.payment_id = p.id and d.state <> 'RESOLVED'))
                            + (select count(*) from refund r where r.channel = :channel and r.state = 'SUCCEEDED'
                              and r.succeeded >= :from and r.succeeded < :until
                              and not exists (select 1 from bill_match m where m.refund_id = r.id)
                              and not exists (select 1 from reconciliation_difference d
                                where d.refund_id = r.id and d.state <> 'RESOLVED'))
                        where bill_day = :day and channel = :channel
                        """)
                .param("day", day)
                .param("channel", channel.name())
                .param("from", facts.get("from"))
                .param("until", facts.get("until"))
                .update();
    }

    private Sums read(LocalDate day, Channel channel) {
        return database.sql("select * from reconciliation_bill where bill_day = :day and channel = :channel")
                .param("day", day)
                .param("channel", channel.name())
                .query((row, i) -> new Sums(
                        row.getLong("lines"),
                        row.getLong("unreadable"),
                        row.getLong("paid_fen"),
                        row.getLong("refunded_fen"),
                        row.getLong("fee_fen"),
                        row.getLong("fee_back_fen"),
                        row.getObject("stated_lines", Long.class),
                        row.getObject("stated_paid_fen", Long.class),
                        row.getObject("stated_refunded_fen", Long.class),
                        row.getObject("stated_fee_fen", Long.class),
                        row.getLong("own_paid_fen")))
                .single();
    }

    /** The bill as a whole cannot be compared; what we counted that day stands for it. */
    private void bill(
            LocalDate day, Channel channel, Map<String, Object> facts, String kind, boolean is, long ownPaid) {
        if (!is) {
            resolve(day, channel, kind, "");
        } else if (!isThere(day, channel, kind)) {
            add(day, channel, facts, kind, null, null, ownPaid);
        }
    }

    /** What is not so any more, or is so in other words. */
    private void resolve(LocalDate day, Channel channel, String kind, String words) {
        database.sql("""
                        update reconciliation_difference set state = 'RESOLVED'
                        where bill_day = :day and channel = :channel and kind = :kind and state <> 'RESOLVED'
                          and coalesce(details, '-') <> :words
                        """)
                .param("day", day)
                .param("channel", channel.name())
                .param("kind", kind)
                .param("words", words)
                .update();
    }

    private boolean isThere(LocalDate day, Channel channel, String kind) {
        return database.sql("""
                        select count(*) from reconciliation_difference
                        where bill_day = :day and channel = :channel and kind = :kind and state <> 'RESOLVED'
                        """)
                        .param("day", day)
                        .param("channel", channel.name())
                        .param("kind", kind)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void add(
            LocalDate day,
            Channel channel,
            Map<String, Object> facts,
            String kind,
            @Nullable String words,
            @Nullable Long channelFen,
            @Nullable Long ownFen) {
        database.sql("""
                        insert into reconciliation_difference (id, bill_day, channel, kind, state, round, found,
                          channel_fen, own_fen, details)
                        values (%s, :day, :channel, :kind, 'OPEN', :round, :now, :channelFen, :ownFen, :words)
                        """.formatted(BillReadings.RANDOM))
                .param("day", day)
                .param("channel", channel.name())
                .param("kind", kind)
                .param("round", facts.get("round"))
                .param("now", facts.get("now"))
                .param("channelFen", channelFen)
                .param("ownFen", ownFen)
                .param("words", words)
                .update();
    }
}
