package org.yanqi.process.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.payment.model.ExceptionRow;
import org.yanqi.process.payment.model.PaymentRows;

/** What may be decided about money that does not fit (R14), and what goes back by the decision. */
@Component
class DecisionRules {
    private static final Set<String> DECISIONS = Set.of("match", "refund", "transfer", "dismiss");

    private final Orders orders;
    private final PaymentRows payments;
    private final SettleReceipt settle;

    DecisionRules(Orders orders, PaymentRows payments, SettleReceipt settle) {
        this.orders = orders;
        this.payments = payments;
        this.settle = settle;
    }

    List<Refusal> check(ExceptionRow row, String decision, String reason) {
        var refusals = new ArrayList<Refusal>();
        if (!DECISIONS.contains(decision)) {
            refusals.add(Refusal.at("decision", "refusal.decision-unknown"));
        }
        if (reason.isBlank()) {
            refusals.add(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (row.state() != PaymentException.State.OPEN) {
            refusals.add(Refusal.of("refusal.exception-decided-already"));
        }
        if ("match".equals(decision)) {
            refusals.addAll(match(row));
        }
        return refusals;
    }

    /** Fen that go back: all of it, or what is beyond the order's price where the rest counts for the order. */
    long refundFen(ExceptionRow row, String decision) {
        if ("dismiss".equals(decision)) {
            return 0;
        }
        return "match".equals(decision) || isCounted(row)
                ? row.fen() - orders.one(orderOf(row)).fen()
                : row.fen();
    }

    private boolean isCounted(ExceptionRow row) {
        var payment = row.payment();
        return payment != null
                && payments.findById(payment)
                        .filter(one -> one.state() == PaymentState.SUCCEEDED)
                        .isPresent();
    }

    private List<Refusal> match(ExceptionRow row) {
        if (row.order() == null || row.payment() == null) {
            return List.of(Refusal.at("decision", "refusal.no-order-to-match"));
        }
        var order = orders.one(orderOf(row));
        var refusals = new ArrayList<Refusal>();
        if (row.fen() < order.fen()) {
            refusals.add(Refusal.at("decision", "refusal.less-than-price"));
        }
        if (settle.isPaidByAnother(order)) {
            refusals.add(Refusal.at("decision", "refusal.order-paid-already"));
        } else if (order.state() != OrderState.PLACED && !orders.canBeReopened(order.id())) {
            refusals.add(Refusal.at("decision", "refusal.order-not-to-be-reopened"));
        }
        return refusals;
    }

    private static UUID orderOf(ExceptionRow row) {
        var order = row.order();
        if (order == null) {
            throw new IllegalStateException("exception " + row.id() + " has no order");
        }
        return order;
    }
}
