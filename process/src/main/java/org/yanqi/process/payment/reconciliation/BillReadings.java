package org.yanqi.process.payment.reconciliation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.yanqi.process.payment.Channel;

/** Lines of a bill that is being read, until it is known whether it counts. */
@Repository
class BillReadings {
    private static final String INSERT = """
            insert into bill_reading (load_id, bill_day, channel, line_no, line_key, kind, number, refund_number,
              provider_number, fen, fee_fen, at, payer, line_text, why)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** A fresh id on both databases. */
    static final String RANDOM = "gen_random_uuid()";

    private final JdbcTemplate database;

    BillReadings(JdbcTemplate database) {
        this.database = database;
    }

    void add(UUID load, LocalDate day, Channel channel, List<ReadLine> lines) {
        var rows = new ArrayList<Object[]>(lines.size());
        for (var line : lines) {
            rows.add(new Object[] {
                load,
                day,
                channel.name(),
                line.number(),
                line.key(),
                line.kind(),
                line.ourNumber(),
                line.refundNumber(),
                line.providerNumber(),
                line.fen(),
                line.feeFen(),
                line.at() == null ? null : BillDay.stored(line.at()),
                line.payer(),
                line.text(),
                line.why()
            });
        }
        database.batchUpdate(INSERT, rows);
    }

    void forget(LocalDate day, Channel channel) {
        database.update("delete from bill_reading where bill_day = ? and channel = ?", day, channel.name());
    }

    /**
     * Keeps what was not known yet: a bill that is read twice changes nothing, a line that it has twice is kept twice.
     *
     * @return how many lines and unreadable lines were new
     */
    long keep(UUID load, LocalDate day, Channel channel, int round, OffsetDateTime now) {
        var lines = database.update("""
                insert into bill_line (bill_day, channel, line_key, occurrence, round, line_no, kind, number,
                  refund_number, provider_number, fen, fee_fen, at, payer)
                select r.bill_day, r.channel, r.line_key, r.occurrence, ?, r.line_no, r.kind, r.number,
                  r.refund_number, r.provider_number, r.fen, r.fee_fen, r.at, r.payer
                from (select b.*, row_number() over (partition by b.line_key order by b.line_no) as occurrence
                  from bill_reading b where b.load_id = ? and b.kind <> 'UNREADABLE') r
                where not exists (select 1 from bill_line l where l.bill_day = ? and l.channel = ?
                  and l.line_key = r.line_key and l.occurrence = r.occurrence)
                order by r.line_no""", round, load, day, channel.name());
        var unreadable = database.update("""
                insert into reconciliation_difference (id, bill_day, channel, kind, word, state, round, found, once_key,
                  line_no, details, evidence)
                select r.id, r.bill_day, r.channel, 'UNREADABLE_LINE', null, 'OPEN', ?, ?, r.once_key, r.line_no,
                  r.line_text, r.why
                from (select b.*, %s as id,
                    concat(b.line_key, ':', row_number() over (partition by b.line_key order by b.line_no)) as once_key
                  from bill_reading b where b.load_id = ? and b.kind = 'UNREADABLE') r
                where not exists (select 1 from reconciliation_difference d where d.bill_day = ? and d.channel = ?
                  and d.once_key = r.once_key)""".formatted(RANDOM), round, now, load, day, channel.name());
        return (long) lines + unreadable;
    }
}
