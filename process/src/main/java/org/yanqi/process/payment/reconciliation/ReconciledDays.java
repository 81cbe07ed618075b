package org.yanqi.process.payment.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.reconciliation.ReconciledDay.Bill;
import org.yanqi.process.payment.reconciliation.ReconciledDay.Note;
import org.yanqi.process.payment.reconciliation.ReconciledDay.Signature;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** Reads days, for finance, the supervisor and the auditor. */
@Service
@Transactional(readOnly = true)
public class ReconciledDays {
    private static final int MOST = 200;

    private static final String DAYS = """
            select d.*,
              (select count(*) from reconciliation_difference f
                where f.bill_day = d.bill_day and f.state <> 'RESOLVED') as differences,
              (select count(*) from reconciliation_difference f
                where f.bill_day = d.bill_day and f.state = 'OPEN' and f.exception_id is null) as unsettled
            from reconciliation_day d
            """;

    private final JdbcClient database;

    ReconciledDays(JdbcClient database) {
        this.database = database;
    }

    /**
     * Latest first.
     *
     * @param before only days before this one
     * @param openOnly only days that are not signed off
     */
    public List<ReconciledDay> list(Actor actor, @Nullable LocalDate before, boolean openOnly, int limit) {
        require(actor);
        var bound = before == null ? LocalDate.of(9999, 1, 1) : before;
        var days = database.sql(DAYS + """
                        where d.bill_day < :before and (not :open or d.state = 'OPEN')
                        order by d.bill_day desc limit :limit
                        """)
                .param("before", bound)
                .param("open", openOnly)
                .param("limit", Math.min(limit, MOST))
                .query((row, i) -> day(row, List.of()))
                .list();
        if (days.isEmpty()) {
            return days;
        }
        var bills = bills(days.get(days.size() - 1).day(), days.get(0).day());
        return days.stream()
                .map(day -> day.with(bills.getOrDefault(day.day(), List.of())))
                .toList();
    }

    /** @throws NotFound if the day was not taken up */
    public ReconciledDay one(Actor actor, LocalDate day) {
        require(actor);
        var bills = database.sql("select * from reconciliation_bill where bill_day = :day order by channel desc")
                .param("day", day)
                .query((row, i) -> bill(row))
                .list();
        return database.sql(DAYS + "where d.bill_day = :day")
                .param("day", day)
                .query((row, i) -> day(row, bills))
                .optional()
                .orElseThrow(() -> new NotFound("day " + day));
    }

    /** Unsettled ones first. @param offset how many to leave out, for the next page */
    public List<Difference> differences(Actor actor, LocalDate day, int offset, int limit) {
        require(actor);
        return database.sql("""
                        select d.*, e.state as exception_state from reconciliation_difference d
                          left join payment_exception e on e.id = d.exception_id
                        where d.bill_day = :day
                        order by case when d.state = 'OPEN' and d.exception_id is null then 0
                          when d.state = 'RESOLVED' then 2 else 1 end, d.channel desc, d.kind, d.found, d.id
                        offset :offset rows fetch first :limit rows only
                        """)
                .param("day", day)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> difference(row))
                .list();
    }

    /** Oldest first. */
    public List<Signature> signatures(Actor actor, LocalDate day) {
        require(actor);
        return database.sql("select * from reconciliation_signature where bill_day = :day order by at")
                .param("day", day)
                .query((row, i) -> new Signature(
                        row.getInt("round"),
                        instant(row, "at"),
                        row.getString("account"),
                        row.getString("name"),
                        row.getLong("paid_fen"),
                        row.getLong("refunded_fen"),
                        row.getLong("fee_fen"),
                        row.getLong("differences"),
                        row.getString("note")))
                .list();
    }

    /** Oldest first. */
    public List<Note> notes(Actor actor, LocalDate day) {
        require(actor);
        return database.sql("select * from reconciliation_note where bill_day = :day order by at, id")
                .param("day", day)
                .query((row, i) -> new Note(
                        instant(row, "at"), row.getString("account"), row.getString("name"), row.getString("note")))
                .list();
    }

    private static void require(Actor actor) {
        actor.require(Role.FINANCE, Role.SUPERVISOR, Role.AUDITOR);
    }

    private Map<LocalDate, List<Bill>> bills(LocalDate from, LocalDate until) {
        return database
                .sql("""
                        select b.* from reconciliation_bill b
                        where b.bill_day >= :from and b.bill_day <= :until order by b.channel desc
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, i) -> Map.entry(row.getObject("bill_day", LocalDate.class), bill(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static ReconciledDay day(ResultSet row, List<Bill> bills) throws SQLException {
        return new ReconciledDay(
                row.getObject("bill_day", LocalDate.class),
                row.getString("state").equals("SIGNED"),
                row.getInt("round"),
                row.getInt("reopened"),
                maybe(row, "signed"),
                row.getString("signed_name"),
                row.getLong("differences"),
                row.getLong("unsettled"),
                bills);
    }

    private static Bill bill(ResultSet row) throws SQLException {
        return new Bill(
                Channel.valueOf(row.getString("channel")),
                row.getString("state"),
                row.getInt("asks"),
                maybe(row, "read_at"),
                row.getString("hash"),
                row.getString("why"),
                row.getLong("lines"),
                row.getLong("unreadable"),
                row.getLong("paid_fen"),
                row.getLong("refunded_fen"),
                row.getLong("fee_fen") - row.getLong("fee_back_fen"),
                row.getObject("stated_lines", Long.class),
                row.getObject("stated_paid_fen", Long.class),
                row.getObject("stated_refunded_fen", Long.class),
                row.getObject("stated_fee_fen", Long.class),
                row.getLong("matched"),
                row.getLong("own_count"),
                row.getLong("own_paid_fen"),
                row.getLong("own_refunded_fen"),
                row.getLong("held"));
    }

    private static Difference difference(ResultSet row) throws SQLException {
        var exception = row.getString("exception_state");
        return new Difference(
                row.getObject("id", UUID.class),
                row.getObject("bill_day", LocalDate.class),
                Channel.valueOf(row.getString("channel")),
                Difference.Kind.valueOf(row.getString("kind")),
                row.getString("word"),
                Difference.State.valueOf(row.getString("state")),
                instant(row, "found"),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("provider_number"),
                row.getObject("channel_fen", Long.class),
                row.getObject("own_fen", Long.class),
                row.getObject("fee_fen", Long.class),
                row.getObject("line_no", Long.class),
                row.getString("details"),
                row.getObject("exception_id", UUID.class),
                exception == null ? null : PaymentException.State.valueOf(exception),
                row.getString("explanation"),
                row.getString("explained_by"),
                maybe(row, "explained"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
