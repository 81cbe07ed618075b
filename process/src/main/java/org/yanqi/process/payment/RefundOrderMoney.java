package org.yanqi.process.payment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.DrawNumber;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.payment.model.RefundRow;
import org.yanqi.process.payment.model.RefundRows;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** What a paid order can still give back, and the number under which it does (R11, R14); called behind the order's lock. */
@Service
public class RefundOrderMoney {
    private final PaymentRows payments;
    private final RefundRows refunds;
    private final DrawNumber numbers;
    private final AppendToRecord log;
    private final Clock clock;

    RefundOrderMoney(PaymentRows payments, RefundRows refunds, DrawNumber numbers, AppendToRecord log, Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.numbers = numbers;
        this.log = log;
        this.clock = clock;
    }

    /** Fen that arrived for the order and that no refund gives back so far; what a refund failed to give back still is on its way. */
    @Transactional(readOnly = true)
    public long refundable(UUID order) {
        return counted(order).map(this::refundable).orElse(0L);
    }

    private long refundable(PaymentRow payment) {
        return payment.paid()
                - refunds.findByPaymentIdOrderByAsked(payment.id()).stream()
                        .mapToLong(RefundRow::fen)
                        .sum();
    }

    /**
     * Draws the refund's number and stores it, before anybody is asked for the money.
     *
     * @throws IllegalStateException if so much did not arrive, or is given back already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(Actor actor, UUID orderRefund, UUID order, long fen) {
        var payment = counted(order).orElseThrow(() -> new IllegalStateException("order " + order + " has no money"));
        if (fen > refundable(payment)) {
            throw new IllegalStateException(fen + " fen are more than payment " + payment.number() + " has left");
        }
        var refund = refunds.save(
                new RefundRow(numbers.of("refund", "R"), orderRefund, payment, fen, "延期付款退款", clock.instant()));
        log.append(
                actor,
                payment.caseId(),
                "refund " + refund.number(),
                "refund-asked",
                Map.of("number", refund.number(), "fen", Long.toString(fen)));
    }

    /** The refund of a decision, once it was approved. */
    @Transactional(readOnly = true)
    public Optional<Refund> of(UUID orderRefund) {
        return refunds.findByOrderRefund(orderRefund).map(RefundRow::view);
    }

    private Optional<PaymentRow> counted(UUID order) {
        return payments.findByOrderIdAndStateIn(order, List.of(PaymentState.SUCCEEDED)).stream()
                .findFirst();
    }
}
