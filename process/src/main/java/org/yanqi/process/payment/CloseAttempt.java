package org.yanqi.process.payment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.SettleReceipt.Telling;
import org.yanqi.process.payment.model.AnswerRow;
import org.yanqi.process.payment.model.AnswerRows;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.payment.port.PaymentGateway.Trade;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** Closes what is open for a case; a close that finds the attempt paid counts the money like a callback does. */
@Service
public class CloseAttempt {
    private static final List<PaymentState> OPEN = List.of(PaymentState.CREATED, PaymentState.OPEN);

    private final PaymentRows payments;
    private final AnswerRows answers;
    private final Orders orders;
    private final SettleReceipt settle;
    private final MovePayment move;
    private final AppendToRecord log;
    private final Clock clock;

    CloseAttempt(
            PaymentRows payments,
            AnswerRows answers,
            Orders orders,
            SettleReceipt settle,
            MovePayment move,
            AppendToRecord log,
            Clock clock) {
        this.payments = payments;
        this.answers = answers;
        this.orders = orders;
        this.settle = settle;
        this.move = move;
        this.log = log;
        this.clock = clock;
    }

    /** What there is to close at a provider. */
    @Transactional(readOnly = true)
    public Optional<Payment> open(UUID caseId) {
        return orders.ofCase(caseId)
                .flatMap(order -> payments.findByOrderIdAndStateIn(order.id(), OPEN).stream()
                        .findFirst())
                .map(PaymentRow::view);
    }

    /** @return true if the case's order is paid by now */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isPaid(UUID caseId) {
        var order = orders.ofCase(caseId);
        if (order.isEmpty()) {
            return false;
        }
        return settle.isPaidByAnother(orders.lock(order.get().id()));
    }

    /** Keeps what the provider said to the close as soon as it is heard: the step that asked may be left before it is taken in. */
    @Transactional
    public void heard(Payment payment, Trade trade) {
        answers.save(new AnswerRow(
                payment.number(),
                "close",
                trade.state().name(),
                trade.providerNumber(),
                trade.fen(),
                trade.evidence(),
                clock.instant()));
    }

    /**
     * Takes in what the provider said to the close.
     *
     * @return true if the order is paid by now, by this attempt or another
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean closed(Actor actor, UUID payment, Trade trade) {
        return closed(actor, payment, trade, Telling.BY_CALLER);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean closed(Actor actor, UUID payment, Trade trade, Telling telling) {
        var number = payments.findById(payment)
                .orElseThrow(() -> new NotFound("payment " + payment))
                .number();
        var order = orders.lock(payments.orderOf(number).orElseThrow());
        var row = payments.findByNumber(number).orElseThrow();
        if (trade.state() == Trade.State.PAID || trade.state() == Trade.State.REFUNDED) {
            var receipt = new Receipt(
                    row.channel(),
                    number,
                    trade.providerNumber(),
                    trade.fen(),
                    Objects.requireNonNullElse(trade.at(), clock.instant()),
                    trade.payer(),
                    trade.evidence());
            if (trade.state() == Trade.State.PAID) {
                settle.settle(actor, receipt, telling);
            } else {
                settle.returned(actor, receipt);
            }
        } else if (row.isOpen()) {
            move.to(row, PaymentState.CLOSED);
            log.append(
                    actor,
                    row.caseId(),
                    "payment " + number,
                    "payment-closed",
                    Map.of("number", number, "channel", row.channel().name()));
        }
        return settle.isPaidByAnother(order);
    }
}
