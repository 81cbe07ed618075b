package org.yanqi.process.payment;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.payment.model.ExceptionRow;
import org.yanqi.process.payment.model.ExceptionRows;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/** Counts frozen money for its order, as finance decided, and puts exceptions to rest. */
@Service
public class MatchMoney {
    private final ExceptionRows exceptions;
    private final PaymentRows payments;
    private final Orders orders;
    private final SettleReceipt settle;
    private final MovePayment move;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    MatchMoney(
            ExceptionRows exceptions,
            PaymentRows payments,
            Orders orders,
            SettleReceipt settle,
            MovePayment move,
            Signals signals,
            AppendToRecord log,
            Clock clock) {
        this.exceptions = exceptions;
        this.payments = payments;
        this.orders = orders;
        this.settle = settle;
        this.move = move;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    /**
     * An open order goes on as paid; one that was closed is taken up again behind its payment.
     *
     * @return true if money is left over that must go back; refused if the order can take no money by now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Boolean> match(Actor actor, UUID exception) {
        var row = row(exception);
        var payment = payment(row);
        var order = orders.lock(payment.order());
        if (payment.state() != PaymentState.FROZEN || settle.isPaidByAnother(order)) {
            return refused(row, "refusal.order-paid-already");
        }
        var caseId = order.caseId().toString();
        if (order.state() == OrderState.PLACED) {
            if (!signals.correlate(Messages.PAYMENT_RECEIVED, caseId, Map.of())) {
                return refused(row, "refusal.case-not-waiting-for-payment");
            }
        } else if (orders.canBeReopened(order.id())) {
            signals.startByMessage(Messages.LATE_PAYMENT_ACCEPTED, caseId, Map.of("caseId", caseId));
        } else {
            return refused(row, "refusal.order-not-to-be-reopened");
        }
        payment.countedAt(clock.instant());
        move.to(payment, PaymentState.SUCCEEDED);
        log.append(
                actor,
                order.caseId(),
                "payment " + payment.number(),
                "payment-matched",
                Map.of("number", payment.number(), "order", order.number(), "fen", Long.toString(order.fen())));
        return Outcome.accepted(row.refundFen() > 0);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void close(Actor actor, UUID exception) {
        var row = row(exception);
        row.close(clock.instant());
        log.append(
                actor,
                row.caseId(),
                "payment " + row.number(),
                "payment-exception-closed",
                Map.of("number", row.number(), "kind", row.kind().name()));
    }

    private static Outcome<Boolean> refused(ExceptionRow row, String code) {
        row.reopen(null);
        return Outcome.refused(Refusal.of(code));
    }

    private ExceptionRow row(UUID exception) {
        return exceptions.findById(exception).orElseThrow(() -> new NotFound("exception " + exception));
    }

    private PaymentRow payment(ExceptionRow row) {
        var id = row.payment();
        if (id == null) {
            throw new IllegalStateException("exception " + row.id() + " has no payment to match");
        }
        return payments.findById(id).orElseThrow();
    }
}
