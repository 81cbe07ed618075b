package org.yanqi.process.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.payment.model.ExceptionRow;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;

/**
 * Which orders money without one may belong to (R5): by amount (50 of 100 points), by time (30) and by who paid (20). It only
 * suggests; a person decides. An order that the money cannot pay is never suggested.
 */
@Component
class SuggestOrders {
    private static final int SHOWN = 5;
    private static final int LEAST = 30;
    private static final Duration BEFORE = Duration.ofDays(7);
    private static final Duration CLOCKS = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofDays(1);

    private final Orders orders;
    private final PaymentRows payments;
    private final SettleReceipt settle;

    SuggestOrders(Orders orders, PaymentRows payments, SettleReceipt settle) {
        this.orders = orders;
        this.payments = payments;
        this.settle = settle;
    }

    /** The best first; none for money that has its order. */
    List<Suggestion> of(ExceptionRow row) {
        if (row.order() != null) {
            return List.of();
        }
        var at = Objects.requireNonNullElse(row.paidAt(), row.opened());
        var known = organisationsOf(row.payer());
        return orders.placedBetween(at.minus(BEFORE), at.plus(CLOCKS)).stream()
                .filter(order -> order.fen() <= row.fen())
                .map(order -> score(order, row.fen(), at, known))
                .filter(one -> one.score() >= LEAST && canTakeMoney(one.order()))
                .sorted(Comparator.comparingInt(Suggestion::score)
                        .reversed()
                        .thenComparing(one -> one.order().placed(), Comparator.reverseOrder()))
                .limit(SHOWN)
                .toList();
    }

    private boolean canTakeMoney(Order order) {
        return !settle.isPaidByAnother(order)
                && (order.state() == OrderState.PLACED || orders.canBeReopened(order.id()));
    }

    static Suggestion score(Order order, long fen, Instant at, Set<UUID> knownOrganisations) {
        var reasons = new ArrayList<String>();
        var score = 0;
        if (order.fen() == fen) {
            score += 50;
            reasons.add("amount-equal");
        } else {
            score += 10;
            reasons.add("amount-more");
        }
        if (!at.isBefore(order.placed().minus(CLOCKS)) && at.isBefore(order.payUntil())) {
            score += 30;
            reasons.add("in-window");
        } else if (at.isBefore(order.payUntil().plus(LATE))) {
            score += 15;
            reasons.add("day-after");
        }
        if (knownOrganisations.contains(order.organisation())) {
            score += 20;
            reasons.add("payer-known");
        }
        return new Suggestion(order, score, List.copyOf(reasons));
    }

    private Set<UUID> organisationsOf(@Nullable String payer) {
        var found = new HashSet<UUID>();
        if (payer != null && !payer.isBlank()) {
            payments.findTop20ByPayerOrderByOpenedDesc(payer).stream()
                    .map(PaymentRow::order)
                    .distinct()
                    .forEach(order -> found.add(orders.one(order).organisation()));
        }
        return found;
    }
}
