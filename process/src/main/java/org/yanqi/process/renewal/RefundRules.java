package org.yanqi.process.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.payment.RefundOrderMoney;
import org.yanqi.process.rekey.EndRefunded;
import org.yanqi.process.renewal.model.OrderRefundRow;
import org.yanqi.process.renewal.model.OrderRefundRows;

/**
 * Which of an order's certificates can be refunded (R14): a paid one for which no certificate was issued, or which staff settled
 * without one. The guide refunds no change of mind, so a new certificate in force is never refunded.
 */
@Component
class RefundRules {
    private final OrderRefundRows refunds;
    private final RefundOrderMoney money;
    private final EndRefunded rekeys;

    RefundRules(OrderRefundRows refunds, RefundOrderMoney money, EndRefunded rekeys) {
        this.refunds = refunds;
        this.money = money;
        this.rekeys = rekeys;
    }

    /** As it looks now; nothing is locked. */
    Optional<Refusal> hindrance(Order order, OrderItem item) {
        return hindrance(order, item, rekeys::hindrance);
    }

    /** Fen that these items cost. */
    static long sum(Order order, Set<UUID> items) {
        return order.items().stream()
                .filter(item -> items.contains(item.id()))
                .mapToLong(OrderItem::fen)
                .sum();
    }

    /** For a new decision: no other one may be under way for the same items. */
    List<Refusal> toDecide(Order order, Set<UUID> items) {
        var refusals = new ArrayList<Refusal>();
        if (items.isEmpty()) {
            refusals.add(Refusal.at("items", "refusal.refund-items-missing"));
        }
        if (undecided(order, items)) {
            refusals.add(Refusal.at("items", "refusal.refund-under-way"));
        }
        refusals.addAll(hindrances(order, items, rekeys::hindrance));
        return refusals;
    }

    /** For the approval, behind the order's lock; what is answered holds until the caller has committed. */
    List<Refusal> toApprove(Order order, OrderRefundRow refund) {
        return hindrances(order, refund.items(), item -> rekeys.lockAgainstIssue(order.caseId(), item));
    }

    private List<Refusal> hindrances(Order order, Set<UUID> items, Function<OrderItem, Optional<Refusal>> ofKey) {
        var refusals = new ArrayList<Refusal>();
        order.items().stream()
                .filter(item -> items.contains(item.id()))
                .flatMap(item -> hindrance(order, item, ofKey).stream())
                .distinct()
                .forEach(refusals::add);
        if (refusals.isEmpty() && sum(order, items) > money.refundable(order.id())) {
            refusals.add(Refusal.at("items", "refusal.refund-more-than-paid"));
        }
        return refusals;
    }

    private static Optional<Refusal> hindrance(
            Order order, OrderItem item, Function<OrderItem, Optional<Refusal>> ofKey) {
        if (order.state() != OrderState.PAID && order.state() != OrderState.FULFILLED) {
            return Optional.of(Refusal.at(
                    "items",
                    order.state() == OrderState.REFUNDED
                            ? "refusal.refund-done-already"
                            : "refusal.refund-order-not-paid"));
        }
        return switch (item.state()) {
            case OWED, SETTLED -> ofKey.apply(item);
            case RENEWED -> Optional.of(Refusal.at("items", "refusal.refund-certificate-issued"));
            case REFUNDED -> Optional.of(Refusal.at("items", "refusal.refund-done-already"));
            case ORDERED, CANCELLED -> Optional.of(Refusal.at("items", "refusal.refund-order-not-paid"));
        };
    }

    private boolean undecided(Order order, Set<UUID> items) {
        return refunds.findByCaseIdOrderByDecided(order.caseId()).stream()
                .filter(one -> one.state() == OrderRefund.State.DECIDED)
                .anyMatch(one -> one.items().stream().anyMatch(items::contains));
    }
}
