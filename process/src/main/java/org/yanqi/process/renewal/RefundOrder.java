package org.yanqi.process.renewal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.payment.Refund;
import org.yanqi.process.payment.RefundOrderMoney;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.model.OrderRefundRow;
import org.yanqi.process.renewal.model.OrderRefundRows;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.signal.Signals;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** Gives a paid order's money back, whole or by certificate: finance decides, a supervisor agrees, and all that follows (R14). */
@Service
public class RefundOrder {
    private static final Role[] READERS = {
        Role.CUSTOMER_SERVICE, Role.FINANCE, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR
    };
    private static final int REASON_LENGTH = 500;

    private final OrderRefundRows refunds;
    private final RefundRules rules;
    private final Orders orders;
    private final RefundOrderMoney money;
    private final Signals signals;
    private final SearchWorkItems items;
    private final CompleteWorkItem complete;
    private final AppendToRecord log;
    private final Clock clock;

    RefundOrder(
            OrderRefundRows refunds,
            RefundRules rules,
            Orders orders,
            RefundOrderMoney money,
            Signals signals,
            SearchWorkItems items,
            CompleteWorkItem complete,
            AppendToRecord log,
            Clock clock) {
        this.refunds = refunds;
        this.rules = rules;
        this.orders = orders;
        this.money = money;
        this.signals = signals;
        this.items = items;
        this.complete = complete;
        this.log = log;
        this.clock = clock;
    }

    /** One certificate of an order as a refund sees it. @param hindrance why its money cannot go back now */
    public record Offer(OrderItem item, Optional<Refusal> hindrance) {}

    /** Every certificate of the case's order; empty before the order. */
    @Transactional(readOnly = true)
    public List<Offer> offers(Actor actor, UUID caseId) {
        actor.require(READERS);
        return orders.ofCase(caseId).stream()
                .flatMap(order -> order.items().stream().map(item -> new Offer(item, rules.hindrance(order, item))))
                .toList();
    }

    /** The case's refunds, first one first. */
    @Transactional(readOnly = true)
    public List<OrderRefund> ofCase(UUID caseId) {
        return refunds.findByCaseIdOrderByDecided(caseId).stream()
                .map(this::view)
                .toList();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public OrderRefund one(Actor actor, UUID id) {
        actor.require(READERS);
        return view(row(id));
    }

    /** Finance decides that these certificates' money goes back; nothing moves before a supervisor has agreed. */
    @Transactional
    public Outcome<OrderRefund> decide(Actor finance, UUID caseId, Set<UUID> which, String reason) {
        finance.require(Role.FINANCE);
        var order = orders.lock(
                orders.ofCase(caseId).orElseThrow(() -> new NotFound("order")).id());
        var refusals = new ArrayList<>(rules.toDecide(order, which));
        if (reason.isBlank()) {
            refusals.add(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        var row = refunds.save(new OrderRefundRow(
                caseId,
                order.id(),
                which,
                RefundRules.sum(order, which),
                shorten(reason),
                finance.account(),
                clock.instant()));
        record(finance, row, "order-refund-decided", Map.of("reason", row.reason()));
        signals.start(Processes.ORDER_REFUND, row.id().toString(), Map.of("caseId", caseId.toString()));
        return Outcome.accepted(view(row));
    }

    /**
     * The second person's word on work item approve-order-refund. With a yes the items are settled in the same transaction,
     * behind the order's lock: a key cannot be updated at that moment, and if it was before, the yes is refused.
     *
     * @throws NotAllowed to the one who decided
     */
    @Transactional
    public Outcome<OrderRefund> approve(Actor supervisor, UUID workItem, boolean approved, String reason) {
        supervisor.require(Role.SUPERVISOR);
        var item = items.one(supervisor, workItem);
        if (!item.kind().equals("approve-order-refund")) {
            throw new NotFound("work item " + workItem + " is a " + item.kind());
        }
        var id = UUID.fromString(item.businessKey());
        var order = orders.lock(row(id).order());
        var row = row(id);
        if (row.decidedBy().equals(supervisor.account())) {
            throw new NotAllowed(supervisor.account() + " decided and may not approve");
        }
        if (!approved && reason.isBlank()) {
            return Outcome.refused(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (row.state() != OrderRefund.State.DECIDED) {
            return Outcome.refused(Refusal.of("refusal.work-item-ended"));
        }
        if (approved) {
            var refusals = rules.toApprove(order, row);
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            row.approve(supervisor.account(), shorten(reason), clock.instant());
        } else {
            row.decline(supervisor.account(), shorten(reason), clock.instant());
        }
        record(
                supervisor,
                row,
                approved ? "order-refund-approved" : "order-refund-declined",
                Map.of("reason", shorten(reason)));
        Outcome<WorkItem> done = complete.complete(supervisor, workItem, Map.of("approved", approved));
        if (done instanceof Outcome.Refused<WorkItem> refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(refused.reasons());
        }
        return Outcome.accepted(view(row));
    }

    private OrderRefundRow row(UUID id) {
        return refunds.findById(id).orElseThrow(() -> new NotFound("refund " + id));
    }

    private OrderRefund view(OrderRefundRow row) {
        return row.view(money.of(row.id()).map(Refund::number).orElse(null));
    }

    private void record(Actor actor, OrderRefundRow row, String verb, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("fen", Long.toString(row.fen()));
        facts.put("items", Integer.toString(row.items().size()));
        log.append(actor, row.caseId(), "refund " + row.id(), verb, facts);
    }

    private static String shorten(String reason) {
        var stripped = reason.strip();
        return stripped.length() > REASON_LENGTH ? stripped.substring(0, REASON_LENGTH) : stripped;
    }
}
