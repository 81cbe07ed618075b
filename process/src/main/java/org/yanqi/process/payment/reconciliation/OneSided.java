package org.yanqi.process.payment.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.process.payment.Channel;

/** Open differences of money that only one side has, on their way into an exception. */
@Repository
class OneSided {
    private static final int EVIDENCE = 4000;

    private final JdbcClient database;
    private final Clock clock;

    OneSided(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Money of one side. @param payment ours; null if the channel has it */
    record Money(
            UUID difference,
            LocalDate day,
            Channel channel,
            @Nullable UUID payment,
            @Nullable String number,
            String providerNumber,
            long fen,
            Instant at,
            @Nullable String payer,
            @Nullable String evidence) {}

    /** Of which the channel has not been asked yet. */
    List<Money> notAsked(LocalDate day, int most) {
        return find(day, "d.asked is null", "d.found, d.id", most);
    }

    /** Without an exception so far, in the order of their ids. @param after the id behind which to look */
    List<Money> withoutException(LocalDate day, UUID after, int most) {
        return find(day, "d.id > '" + after + "'", "d.id", most);
    }

    private List<Money> find(LocalDate day, String which, String order, int most) {
        return database.sql("""
                        select d.id, d.bill_day, d.channel, d.payment_id, d.number, d.provider_number, d.evidence,
                          coalesce(d.channel_fen, d.own_fen) as fen, coalesce(l.at, p.paid_at) as at,
                          coalesce(l.payer, p.payer) as payer
                        from reconciliation_difference d
                          left join bill_line l on l.id = d.line_id
                          left join payment p on p.id = d.payment_id
                        where d.bill_day = :day and d.state = 'OPEN' and d.exception_id is null
                          and d.kind in ('CHANNEL_HAS_IT', 'WE_HAVE_IT') and %s
                        order by %s limit :most
                        """.formatted(which, order))
                .param("day", day)
                .param("most", most)
                .query((row, i) -> money(row))
                .list();
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(
                row.getObject("id", UUID.class),
                row.getObject("bill_day", LocalDate.class),
                Channel.valueOf(row.getString("channel")),
                row.getObject("payment_id", UUID.class),
                row.getString("number"),
                row.getString("provider_number") == null ? "" : row.getString("provider_number"),
                row.getLong("fen"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("payer"),
                row.getString("evidence"));
    }

    void asked(UUID difference, String evidence) {
        database.sql("update reconciliation_difference set asked = :now, evidence = :evidence where id = :id")
                .param("now", BillDay.now(clock))
                .param("evidence", evidence.length() > EVIDENCE ? evidence.substring(0, EVIDENCE) : evidence)
                .param("id", difference)
                .update();
    }

    void heldBy(UUID difference, UUID exception) {
        database.sql("update reconciliation_difference set exception_id = :exception where id = :id")
                .param("exception", exception)
                .param("id", difference)
                .update();
    }

    /** Whether what the channel answered about money of this day is still on its way through the inbox. */
    boolean isHeardOf(LocalDate day, OffsetDateTime since) {
        return database.sql("""
                        select count(*) from reconciliation_difference d
                          join inbox_event e on e.number = d.number and e.handled is null
                        where d.bill_day = :day and d.kind = 'CHANNEL_HAS_IT' and d.state = 'OPEN' and d.asked > :since
                        """)
                        .param("day", day)
                        .param("since", since)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
