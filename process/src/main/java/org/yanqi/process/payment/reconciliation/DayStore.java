package org.yanqi.process.payment.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.payment.Channel;

/** The days that are being reconciled, as they are stored. */
@Repository
class DayStore {
    private final JdbcClient database;
    private final Clock clock;

    DayStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A day as the steps of its process see it. */
    record Standing(LocalDate day, boolean signed, int round, int extraRounds) {}

    /** Makes the day's row if there is none; a bill can lie there before its day is taken up. */
    void add(LocalDate day) {
        database.sql("""
                        insert into reconciliation_day (bill_day, state, taken_up, round, extra_rounds, opened, reopened)
                        values (:day, 'OPEN', false, 0, 0, :now, 0) on conflict do nothing
                        """).param("day", day).param("now", BillDay.now(clock)).update();
    }

    /** @return false if the day was taken up before, by this node or another */
    boolean takeUp(LocalDate day) {
        add(day);
        return database.sql("""
                        update reconciliation_day set taken_up = true, opened = :now
                        where bill_day = :day and not taken_up
                        """)
                        .param("day", day)
                        .param("now", BillDay.now(clock))
                        .update()
                == 1;
    }

    /** Holds the day's row to the end of the transaction. */
    Optional<Standing> lock(LocalDate day) {
        return database.sql("select * from reconciliation_day where bill_day = :day for update")
                .param("day", day)
                .query((row, i) -> new Standing(
                        row.getObject("bill_day", LocalDate.class),
                        row.getString("state").equals("SIGNED"),
                        row.getInt("round"),
                        row.getInt("extra_rounds")))
                .optional();
    }

    int round(LocalDate day) {
        return database.sql("select round from reconciliation_day where bill_day = :day")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    void nextRound(LocalDate day) {
        database.sql("update reconciliation_day set round = round + 1 where bill_day = :day")
                .param("day", day)
                .update();
    }

    /** A round that a person asked for; it uses up none of the looks for late rows. */
    void grantRound(LocalDate day) {
        database.sql("update reconciliation_day set extra_rounds = extra_rounds + 1 where bill_day = :day")
                .param("day", day)
                .update();
    }

    void sign(LocalDate day, String account, String name) {
        database.sql("""
                        update reconciliation_day set state = 'SIGNED', signed = :now, signed_by = :account,
                          signed_name = :name, signed_round = round
                        where bill_day = :day
                        """)
                .param("day", day)
                .param("now", BillDay.now(clock))
                .param("account", account)
                .param("name", name)
                .update();
    }

    /** @return true if the day was signed off and something came later that the signature did not know of */
    boolean reopenIfChanged(LocalDate day) {
        return database.sql("""
                        update reconciliation_day set state = 'OPEN', reopened = reopened + 1
                        where bill_day = :day and state = 'SIGNED' and (
                          exists (select 1 from bill_line l where l.bill_day = :day
                            and l.round > coalesce(reconciliation_day.signed_round, 0))
                          or exists (select 1 from reconciliation_difference d where d.bill_day = :day
                            and d.state = 'OPEN' and d.exception_id is null))
                        """).param("day", day).update() == 1;
    }

    /** The last day that was taken up. */
    Optional<LocalDate> latest() {
        return database.sql("select max(bill_day) from reconciliation_day where taken_up")
                .query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** When the first attempt to pay was made in this house. */
    Optional<LocalDate> firstPayment() {
        return database.sql("select min(opened) from payment")
                .query((row, i) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(at -> at.atZoneSameInstant(Shanghai.ZONE).toLocalDate()))
                .single();
    }

    /** Channels of which a bill of this day is known. */
    List<Channel> billed(LocalDate day) {
        return new ArrayList<>(
                database.sql("select channel from reconciliation_bill where bill_day = :day order by channel")
                        .param("day", day)
                        .query((row, i) -> Channel.valueOf(row.getString(1)))
                        .list());
    }

    /** Whether a bill of the day is damaged or never came, as far as its last round goes. */
    boolean isLacking(LocalDate day) {
        return database.sql("""
                        select count(*) from reconciliation_bill
                        where bill_day = :day and state in ('DAMAGED', 'MISSING')
                        """).param("day", day).query(Long.class).single() > 0;
    }
}
