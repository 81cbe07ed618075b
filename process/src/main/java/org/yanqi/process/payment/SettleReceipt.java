package org.yanqi.process.payment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/**
 * Decides what money that arrived is for (R5): it pays its order if the amount is exact and the order is open and unpaid;
 * everything else is frozen and becomes a payment exception. Locks the order's row first, then the payment, then the engine.
 */
@Service
class SettleReceipt {
    /** What became of the money. */
    enum Result {
        /** It pays its order. */
        COUNTED,
        /** It was known already. */
        REPEATED,
        /** It fits no open order; an exception has it. */
        EXCEPTION,
        /** The provider has given it back by itself. */
        RETURNED,
        /** The case is between two steps and hears nothing now; nothing was changed, to be tried again. */
        NOT_NOW
    }

    /** How the case learns of it. */
    enum Telling {
        /** By the message {@code payment-received}; not now, if the case does not wait for it. */
        BY_MESSAGE,
        /** As before, but the case has not waited for too long: an exception instead of another attempt. */
        BY_MESSAGE_OR_EXCEPTION,
        /** The caller tells it: a close that found the payment paid. */
        BY_CALLER
    }

    private final PaymentRows payments;
    private final Orders orders;
    private final OpenException exceptions;
    private final MovePayment move;
    private final Signals signals;
    private final AppendToRecord log;
    private final MeterRegistry meters;
    private final Clock clock;

    SettleReceipt(
            PaymentRows payments,
            Orders orders,
            OpenException exceptions,
            MovePayment move,
            Signals signals,
            AppendToRecord log,
            MeterRegistry meters,
            Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.exceptions = exceptions;
        this.move = move;
        this.signals = signals;
        this.log = log;
        this.meters = meters;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Result settle(Actor actor, Receipt receipt, Telling telling) {
        var orderId = payments.orderOf(receipt.number());
        if (orderId.isEmpty()) {
            open(actor, ExceptionKind.UNKNOWN_ORDER, receipt, null, null);
            return Result.EXCEPTION;
        }
        var order = orders.lock(orderId.get());
        var payment = payments.findByNumber(receipt.number()).orElseThrow();
        if (payment.hasMoney()) {
            return repeated(actor, receipt, payment, order);
        }
        if (isPaidByAnother(order)) {
            return freeze(actor, receipt, payment, order, ExceptionKind.PAID_TWICE);
        }
        if (receipt.fen() != payment.fen()) {
            return freeze(actor, receipt, payment, order, ExceptionKind.AMOUNT_DIFFERS);
        }
        if (order.state() != OrderState.PLACED) {
            return freeze(actor, receipt, payment, order, ExceptionKind.PAID_AFTER_CLOSE);
        }
        if (telling != Telling.BY_CALLER
                && !signals.correlate(Messages.PAYMENT_RECEIVED, order.caseId().toString(), Map.of())) {
            return telling == Telling.BY_MESSAGE
                    ? Result.NOT_NOW
                    : freeze(actor, receipt, payment, order, ExceptionKind.PAID_AFTER_CLOSE);
        }
        payment.received(receipt.providerNumber(), receipt.fen(), receipt.at(), receipt.payer());
        payment.countedAt(clock.instant());
        move.to(payment, PaymentState.SUCCEEDED);
        record(actor, payment, "payment-received", receipt.fen());
        return Result.COUNTED;
    }

    /**
     * The money came and the provider gave all of it back by itself, as Alipay does when an attempt is cancelled in the moment in
     * which it is paid: it never counts, and whoever tells of the payment later repeats what is known.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Result returned(Actor actor, Receipt receipt) {
        var orderId = payments.orderOf(receipt.number());
        if (orderId.isEmpty()) {
            return Result.REPEATED;
        }
        var order = orders.lock(orderId.get());
        var payment = payments.findByNumber(receipt.number()).orElseThrow();
        if (payment.isGivenBack()) {
            return Result.REPEATED;
        }
        if (!payment.hasMoney()) {
            payment.received(receipt.providerNumber(), receipt.fen(), receipt.at(), receipt.payer());
            move.to(payment, PaymentState.FROZEN);
        } else if (payment.state() == PaymentState.SUCCEEDED) {
            open(actor, ExceptionKind.AMOUNT_DIFFERS, receipt, payment, order);
        }
        payment.givenBack();
        move.to(payment, PaymentState.REFUNDED);
        record(actor, payment, "payment-returned", receipt.fen());
        return Result.RETURNED;
    }

    /** Another of the order's attempts counts already, or the order says that it is paid. */
    boolean isPaidByAnother(Order order) {
        return order.state() == OrderState.PAID
                || order.state() == OrderState.FULFILLED
                || order.state() == OrderState.REFUNDED
                || !payments.findByOrderIdAndStateIn(order.id(), List.of(PaymentState.SUCCEEDED))
                        .isEmpty();
    }

    private Result repeated(Actor actor, Receipt receipt, PaymentRow payment, Order order) {
        if (receipt.providerNumber() == null || Objects.equals(receipt.providerNumber(), payment.providerNumber())) {
            return Result.REPEATED;
        }
        // The provider booked a second trade under our number: money of its own, which our payment does not hold.
        open(actor, ExceptionKind.PAID_TWICE, receipt, null, order);
        return Result.EXCEPTION;
    }

    private void open(
            Actor actor, ExceptionKind kind, Receipt receipt, @Nullable PaymentRow payment, @Nullable Order order) {
        exceptions.open(actor, kind, receipt, payment, order);
        meters.counter("yanqi.payment.exceptions", "channel", receipt.channel().name(), "kind", kind.name())
                .increment();
    }

    private Result freeze(Actor actor, Receipt receipt, PaymentRow payment, Order order, ExceptionKind kind) {
        payment.received(receipt.providerNumber(), receipt.fen(), receipt.at(), receipt.payer());
        move.to(payment, PaymentState.FROZEN);
        record(actor, payment, "payment-frozen", receipt.fen());
        open(actor, kind, receipt, payment, order);
        return Result.EXCEPTION;
    }

    private void record(Actor actor, PaymentRow payment, String verb, long fen) {
        log.append(
                actor,
                payment.caseId(),
                "payment " + payment.number(),
                verb,
                Map.of("number", payment.number(), "channel", payment.channel().name(), "fen", Long.toString(fen)));
    }
}
