package org.yanqi.process.payment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.payment.model.ExceptionRow;
import org.yanqi.process.payment.model.ExceptionRows;
import org.yanqi.process.payment.model.RefundRows;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** What finance and the supervisor do with money that does not fit; each step by its work item. */
@Service
public class PaymentExceptions {
    private static final Set<String> APPROVALS = Set.of("approve-refund", "approve-transfer", "approve-dismissal");
    private static final int REASON_LENGTH = 500;

    private final ExceptionRows exceptions;
    private final RefundRows refunds;
    private final DecisionRules rules;
    private final SuggestOrders suggest;
    private final AdoptOrphan adopt;
    private final SearchWorkItems items;
    private final CompleteWorkItem complete;
    private final AppendToRecord log;

    PaymentExceptions(
            ExceptionRows exceptions,
            RefundRows refunds,
            DecisionRules rules,
            SuggestOrders suggest,
            AdoptOrphan adopt,
            SearchWorkItems items,
            CompleteWorkItem complete,
            AppendToRecord log) {
        this.exceptions = exceptions;
        this.refunds = refunds;
        this.rules = rules;
        this.suggest = suggest;
        this.adopt = adopt;
        this.items = items;
        this.complete = complete;
        this.log = log;
    }

    /** @throws NotAllowed to customers */
    @Transactional(readOnly = true)
    public PaymentException one(Actor actor, UUID id) {
        actor.require(Role.FINANCE, Role.SUPERVISOR, Role.CUSTOMER_SERVICE, Role.AUDITOR, Role.SYSTEM);
        return view(row(id));
    }

    @Transactional(readOnly = true)
    public List<PaymentException> ofCase(UUID caseId) {
        return exceptions.findByCaseIdOrderByOpened(caseId).stream()
                .map(this::view)
                .toList();
    }

    /** Orders that money without one may belong to, the best first. */
    @Transactional(readOnly = true)
    public List<Suggestion> suggestions(Actor actor, UUID id) {
        actor.require(Role.FINANCE, Role.SUPERVISOR, Role.CUSTOMER_SERVICE, Role.AUDITOR);
        return suggest.of(row(id));
    }

    /** As {@link #decide(Actor, UUID, String, String, UUID)}, for money that has its order. */
    @Transactional
    public Outcome<PaymentException> decide(Actor finance, UUID workItem, String decision, String reason) {
        return decide(finance, workItem, decision, reason, null);
    }

    /**
     * @param decision match, refund, transfer or dismiss; match counts the money for its order and refunds what is over
     * @param order for a match of money without an order: the one it pays
     */
    @Transactional
    public Outcome<PaymentException> decide(
            Actor finance, UUID workItem, String decision, String reason, @Nullable UUID order) {
        finance.require(Role.FINANCE);
        var row = at(finance, workItem, Set.of("decide-exception"));
        var refusals = rules.check(row, decision, reason, order);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if ("match".equals(decision) && row.order() == null && order != null) {
            adopt.adopt(finance, row, order);
        }
        row.decide(decision, finance.account(), shorten(reason), rules.refundFen(row, decision));
        record(finance, row, "payment-exception-decided", Map.of("decision", decision));
        return completed(finance, workItem, row, Map.of("outcome", decision));
    }

    /**
     * Four eyes: never the one who decided. For work items approve-refund, approve-transfer, approve-dismissal.
     *
     * @throws NotAllowed to the one who decided
     */
    @Transactional
    public Outcome<PaymentException> approve(Actor supervisor, UUID workItem, boolean approved, String reason) {
        supervisor.require(Role.SUPERVISOR);
        var row = at(supervisor, workItem, APPROVALS);
        if (Objects.equals(row.decidedBy(), supervisor.account())) {
            throw new NotAllowed(supervisor.account() + " decided and may not approve");
        }
        if (!approved && reason.isBlank()) {
            return Outcome.refused(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (approved) {
            row.approve(supervisor.account(), shorten(reason));
        } else {
            row.reopen(shorten(reason));
        }
        record(
                supervisor,
                row,
                approved ? "payment-exception-approved" : "payment-exception-declined",
                Map.of("refundFen", Long.toString(row.refundFen())));
        return completed(supervisor, workItem, row, Map.of("approved", approved));
    }

    @Transactional
    public Outcome<PaymentException> recordTransfer(Actor finance, UUID workItem, String bankReference) {
        finance.require(Role.FINANCE);
        var row = at(finance, workItem, Set.of("record-transfer"));
        var reference = bankReference.strip();
        if (reference.isEmpty() || reference.length() > 100) {
            return Outcome.refused(Refusal.at("bankReference", "refusal.bank-reference-missing"));
        }
        row.transferred(reference, finance.account());
        record(finance, row, "transfer-recorded", Map.of("reference", reference));
        return completed(finance, workItem, row, Map.of());
    }

    private Outcome<PaymentException> completed(
            Actor actor, UUID workItem, ExceptionRow row, Map<String, Object> variables) {
        Outcome<WorkItem> done = complete.complete(actor, workItem, variables);
        if (done instanceof Outcome.Refused<WorkItem> refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(refused.reasons());
        }
        return Outcome.accepted(view(row));
    }

    private ExceptionRow at(Actor actor, UUID workItem, Set<String> kinds) {
        var item = items.one(actor, workItem);
        if (!kinds.contains(item.kind())) {
            throw new NotFound("work item " + workItem + " is a " + item.kind());
        }
        return row(UUID.fromString(item.businessKey()));
    }

    private ExceptionRow row(UUID id) {
        return exceptions.findById(id).orElseThrow(() -> new NotFound("exception " + id));
    }

    private PaymentException view(ExceptionRow row) {
        return row.view(refundNumber(row.id()));
    }

    private @Nullable String refundNumber(UUID exception) {
        return refunds.findByExceptionId(exception).map(one -> one.number()).orElse(null);
    }

    private void record(Actor actor, ExceptionRow row, String verb, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("number", row.number());
        facts.put("kind", row.kind().name());
        log.append(actor, row.caseId(), "payment " + row.number(), verb, facts);
    }

    private static String shorten(String reason) {
        var stripped = reason.strip();
        return stripped.length() > REASON_LENGTH ? stripped.substring(0, REASON_LENGTH) : stripped;
    }
}
