package org.yanqi.process.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** @param chosen the order that money without one is to pay; null if it has one, or is not to be matched */
    List<Refusal> check(ExceptionRow row, String decision, String reason, @Nullable UUID chosen) {
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
            refusals.addAll(match(row, chosen));
        }
        return refusals;
    }

    /** Fen that go back: all of it, or what is beyond the order's price where the rest counts for the order. */
    long refundFen(ExceptionRow row, String decision) {
        if ("dismiss".equals(decision)) {
            return 0;
        }
        if (row.kind() == ExceptionKind.REFUND_FAILED) {
            return row.fen();
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

    private List<Refusal> match(ExceptionRow row, @Nullable UUID chosen) {
        if (row.kind() == ExceptionKind.REFUND_FAILED || row.kind() == ExceptionKind.OURS_ONLY) {
            return List.of(Refusal.at("decision", "refusal.nothing-to-match"));
        }
        var own = row.order();
        if (own == null && chosen == null) {
            return List.of(Refusal.at("order", "refusal.no-order-to-match"));
        }
        if (own != null && row.payment() == null) {
            // a second trade under one of our numbers: the attempt holds other money already
            return List.of(Refusal.at("decision", "refusal.order-paid-already"));
        }
        var order = orders.one(own == null ? Objects.requireNonNull(chosen) : own);
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
