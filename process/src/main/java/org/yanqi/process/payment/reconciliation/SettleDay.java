package org.yanqi.process.payment.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** What finance does about a day: explain, note, look after a bill that is not there, and sign off. */
@Service
public class SettleDay {
    private static final int TEXT = 500;
    private static final Set<String> OUTCOMES = Set.of("fetch-again", "go-on");

    private final DayStore days;
    private final ReconciledDays read;
    private final JdbcClient database;
    private final SearchWorkItems items;
    private final CompleteWorkItem complete;
    private final AppendToRecord log;
    private final Clock clock;

    SettleDay(
            DayStore days,
            ReconciledDays read,
            JdbcClient database,
            SearchWorkItems items,
            CompleteWorkItem complete,
            AppendToRecord log,
            Clock clock) {
        this.days = days;
        this.read = read;
        this.database = database;
        this.items = items;
        this.complete = complete;
        this.log = log;
        this.clock = clock;
    }

    /** Says why a difference is none to worry about; it can be said anew until the day is signed off. */
    @Transactional
    public Outcome<LocalDate> explain(Actor finance, UUID difference, String explanation) {
        finance.require(Role.FINANCE);
        var text = explanation.strip();
        if (text.isEmpty()) {
            return Outcome.refused(Refusal.at("reason", "refusal.difference-explanation-missing"));
        }
        var day = database.sql("select bill_day from reconciliation_difference where id = :id")
                .param("id", difference)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new NotFound("difference " + difference));
        if (lock(day).signed()) {
            return Outcome.refused(Refusal.of("refusal.day-signed-off"));
        }
        var changed = database.sql("""
                        update reconciliation_difference set state = 'EXPLAINED', explanation = :text,
                          explained_by = :account, explained = :now
                        where id = :id and state <> 'RESOLVED'
                        """)
                .param("text", shortened(text))
                .param("account", finance.account())
                .param("now", BillDay.now(clock))
                .param("id", difference)
                .update();
        if (changed == 0) {
            return Outcome.refused(Refusal.of("refusal.difference-resolved"));
        }
        log.append(
                finance,
                null,
                "day " + day,
                "difference-explained",
                Map.of("day", day.toString(), "explanation", shortened(text)));
        return Outcome.accepted(day);
    }

    @Transactional
    public Outcome<LocalDate> note(Actor actor, LocalDate day, String note) {
        actor.require(Role.FINANCE, Role.SUPERVISOR);
        if (note.isBlank()) {
            return Outcome.refused(Refusal.at("note", "refusal.day-note-missing"));
        }
        lock(day);
        database.sql("""
                        insert into reconciliation_note (id, bill_day, at, account, name, note)
                        values (:id, :day, :now, :account, :name, :note)
                        """)
                .param("id", UUID.randomUUID())
                .param("day", day)
                .param("now", BillDay.now(clock))
                .param("account", actor.account())
                .param("name", actor.name())
                .param("note", shortened(note.strip()))
                .update();
        log.append(
                actor, null, "day " + day, "day-noted", Map.of("day", day.toString(), "text", shortened(note.strip())));
        return Outcome.accepted(day);
    }

    /**
     * Only when each difference is explained, or in an exception that has its owner.
     *
     * @param workItem sign-off-day of this day
     */
    @Transactional
    public Outcome<LocalDate> signOff(Actor finance, UUID workItem, String note) {
        finance.require(Role.FINANCE);
        var day = at(finance, workItem, "sign-off-day");
        var standing = lock(day);
        var seen = read.one(finance, day);
        if (seen.unsettled() > 0) {
            return Outcome.refused(Refusal.of("refusal.differences-unsettled", Long.toString(seen.unsettled())));
        }
        days.sign(day, finance.account(), finance.name());
        database.sql("""
                        insert into reconciliation_signature (id, bill_day, round, at, account, name, paid_fen,
                          refunded_fen, fee_fen, differences, note)
                        values (:id, :day, :round, :now, :account, :name, :paid, :refunded, :fee, :differences, :note)
                        """)
                .param("id", UUID.randomUUID())
                .param("day", day)
                .param("round", standing.round())
                .param("now", BillDay.now(clock))
                .param("account", finance.account())
                .param("name", finance.name())
                .param("paid", seen.paidFen())
                .param("refunded", seen.refundedFen())
                .param("fee", seen.feeFen())
                .param("differences", seen.differences())
                .param("note", note.isBlank() ? null : shortened(note.strip()))
                .update();
        log.append(
                finance,
                null,
                "day " + day,
                "day-signed-off",
                Map.of(
                        "day", day.toString(),
                        "paidFen", Long.toString(seen.paidFen()),
                        "refundedFen", Long.toString(seen.refundedFen()),
                        "differences", Long.toString(seen.differences())));
        return completed(finance, workItem, day, Map.of());
    }

    /** @param outcome fetch-again or go-on, for the work item handle-missing-bill */
    @Transactional
    public Outcome<LocalDate> handleMissingBill(Actor finance, UUID workItem, String outcome, String reason) {
        finance.require(Role.FINANCE);
        var day = at(finance, workItem, "handle-missing-bill");
        if (!OUTCOMES.contains(outcome)) {
            return Outcome.refused(Refusal.at("decision", "refusal.decision-unknown"));
        }
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.at("reason", "refusal.reason-missing"));
        }
        lock(day);
        if (outcome.equals("fetch-again")) {
            days.grantRound(day);
        }
        log.append(
                finance,
                null,
                "day " + day,
                "missing-bill-handled",
                Map.of("day", day.toString(), "outcome", outcome, "text", shortened(reason.strip())));
        return completed(finance, workItem, day, Map.of("outcome", outcome));
    }

    private Outcome<LocalDate> completed(Actor actor, UUID workItem, LocalDate day, Map<String, Object> variables) {
        Outcome<WorkItem> done = complete.complete(actor, workItem, variables);
        if (done instanceof Outcome.Refused<WorkItem> refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(refused.reasons());
        }
        return Outcome.accepted(day);
    }

    private LocalDate at(Actor actor, UUID workItem, String kind) {
        var item = items.one(actor, workItem);
        if (!item.kind().equals(kind)) {
            throw new NotFound("work item " + workItem + " is a " + item.kind());
        }
        try {
            return LocalDate.parse(item.businessKey());
        } catch (DateTimeParseException noDay) {
            throw new NotFound("no day: " + item.businessKey());
        }
    }

    private DayStore.Standing lock(LocalDate day) {
        return days.lock(day).orElseThrow(() -> new NotFound("day " + day));
    }

    private static String shortened(String text) {
        return text.length() > TEXT ? text.substring(0, TEXT) : text;
    }
}
