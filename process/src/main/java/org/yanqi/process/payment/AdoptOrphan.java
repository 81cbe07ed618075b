package org.yanqi.process.payment;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.payment.model.ExceptionRow;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/**
 * Gives money without an order the order that finance chose: an attempt of its own under the number that the channel knows, which
 * holds the money frozen until it is counted like any other.
 */
@Component
class AdoptOrphan {
    private final PaymentRows payments;
    private final Orders orders;
    private final MovePayment move;
    private final AppendToRecord log;
    private final Clock clock;

    AdoptOrphan(PaymentRows payments, Orders orders, MovePayment move, AppendToRecord log, Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.move = move;
        this.log = log;
        this.clock = clock;
    }

    void adopt(Actor actor, ExceptionRow row, UUID chosen) {
        var order = orders.lock(chosen);
        var payment = payments.save(
                new PaymentRow(row.number(), order.id(), order.caseId(), row.channel(), order.fen(), clock.instant()));
        payment.received(
                row.providerNumber(), row.fen(), Objects.requireNonNullElse(row.paidAt(), row.opened()), row.payer());
        move.to(payment, PaymentState.FROZEN);
        row.belongsTo(payment.id(), order.id(), order.caseId(), order.fen());
        log.append(
                actor,
                order.caseId(),
                "payment " + row.number(),
                "payment-adopted",
                Map.of("number", row.number(), "order", order.number(), "fen", Long.toString(row.fen())));
    }
}
