package org.yanqi.process.payment.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.payment.Channel;

/**
 * Compares one channel's lines of a day with what we counted, by set operations of the database. Every line and every
 * movement of ours ends in one place: a match, one difference, or held until the neighbouring day's bill has come.
 */
@Service
public class CompareBill {
    /** So close to midnight, the channel may have written it into the neighbouring day. */
    private static final Duration MIDNIGHT = Duration.ofHours(1);

    private final JdbcClient database;
    private final BillStore bills;
    private final TotalsOfBill totals;
    private final ReconciliationSettings settings;
    private final Clock clock;

    CompareBill(
            JdbcClient database, BillStore bills, TotalsOfBill totals, ReconciliationSettings settings, Clock clock) {
        this.database = database;
        this.bills = bills;
        this.totals = totals;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Can be repeated: what is settled stays, what went away by itself is resolved. The day's row is locked by the caller.
     *
     * @param mayHold whether there will be another look at this day; only then a movement near midnight is held back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void compare(LocalDate day, Channel channel, int round, boolean mayHold) {
        var known = bills.lock(day, channel);
        var facts = facts(day, channel, round, mayHold);
        run(facts, CompareSql.FORGIVE);
        run(facts, CompareSql.DUPLICATES);
        run(facts, CompareSql.PAYMENTS);
        run(facts, CompareSql.REFUNDS);
        run(facts, CompareSql.REST);
        if (known.state().isThere()) {
            run(facts, CompareSql.OURS);
        }
        totals.write(day, channel, known.state(), facts);
        run(facts, CompareSql.EXCEPTIONS);
    }

    private Map<String, Object> facts(LocalDate day, Channel channel, int round, boolean mayHold) {
        var facts = new HashMap<String, Object>();
        facts.put("day", day);
        facts.put("channel", channel.name());
        facts.put("round", round);
        facts.put("now", BillDay.now(clock));
        facts.put("from", BillDay.begin(day));
        facts.put("until", BillDay.end(day));
        facts.put("percent", settings.largestFeePercent());
        var awaitsBefore = mayHold && !isThere(day.minusDays(1), channel) && isUnderWay(day.minusDays(1));
        var awaitsAfter = mayHold && !isThere(day.plusDays(1), channel);
        facts.put("judgedFrom", awaitsBefore ? later(BillDay.begin(day), MIDNIGHT) : BillDay.begin(day));
        facts.put("judgedUntil", awaitsAfter ? later(BillDay.end(day), MIDNIGHT.negated()) : BillDay.end(day));
        facts.put("refundsJudged", !awaitsAfter);
        return facts;
    }

    private static OffsetDateTime later(OffsetDateTime at, Duration by) {
        return at.plus(by);
    }

    private boolean isThere(LocalDate day, Channel channel) {
        return database.sql("""
                        select count(*) from reconciliation_bill
                        where bill_day = :day and channel = :channel and state in ('READ', 'EMPTY')
                        """)
                        .param("day", day)
                        .param("channel", channel.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean isUnderWay(LocalDate day) {
        return database.sql("select count(*) from reconciliation_day where bill_day = :day")
                        .param("day", day)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void run(Map<String, Object> facts, List<String> statements) {
        for (var statement : statements) {
            database.sql(statement).params(facts).update();
        }
    }
}
