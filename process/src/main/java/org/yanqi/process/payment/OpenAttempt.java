package org.yanqi.process.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.model.AnswerRow;
import org.yanqi.process.payment.model.AnswerRows;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.payment.port.PaymentGateway;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** Opens an attempt in steps: stored before the provider is asked, and told afterwards what it answered. */
@Service
public class OpenAttempt {
    /** What to ask the provider for. */
    public record Asked(UUID payment, String number, Channel channel, long fen, String description, Instant until) {}

    private final Payments begin;
    private final PaymentRows payments;
    private final AnswerRows answers;
    private final Orders orders;
    private final MovePayment move;
    private final AcceptEvent inbox;
    private final AppendToRecord log;
    private final Clock clock;

    OpenAttempt(
            Payments begin,
            PaymentRows payments,
            AnswerRows answers,
            Orders orders,
            MovePayment move,
            AcceptEvent inbox,
            AppendToRecord log,
            Clock clock) {
        this.begin = begin;
        this.payments = payments;
        this.answers = answers;
        this.orders = orders;
        this.move = move;
        this.inbox = inbox;
        this.log = log;
        this.clock = clock;
    }

    /** The case's open attempt on this channel, begun now if there is none; committed before the provider is called. */
    @Transactional
    public Asked begin(Actor actor, UUID caseId, Channel channel) {
        var order = orders.ofCase(caseId).orElseThrow(() -> new NotFound("order of case " + caseId));
        var payment = begin.begin(actor, order.id(), channel);
        return new Asked(payment.id(), payment.number(), channel, payment.fen(), order.number(), order.payUntil());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(Actor actor, UUID payment, PaymentGateway.Code code) {
        var row = row(payment);
        row.show(code.content(), code.expires());
        answers.save(new AnswerRow(
                row.number(), "open", "OPENED", null, row.fen(), "code until " + code.expires(), clock.instant()));
        if (row.state() == PaymentState.CREATED) {
            move.to(row, PaymentState.OPEN);
            record(actor, row, "payment-opened");
        }
    }

    /** The provider would not open it, and does not know it as paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(Actor actor, UUID payment, String reason) {
        var row = row(payment);
        answers.save(new AnswerRow(row.number(), "open", "REFUSED", null, 0, reason, clock.instant()));
        if (row.state() == PaymentState.CREATED) {
            move.to(row, PaymentState.FAILED);
            record(actor, row, "payment-refused");
        }
    }

    /** The provider would not open it because it is paid: the answer to an earlier attempt had been lost. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void paidAlready(UUID payment, PaymentGateway.Trade trade) {
        var row = row(payment);
        inbox.accept(ProvenEvent.learned(row.channel(), row.number(), trade));
    }

    private PaymentRow row(UUID payment) {
        return payments.findById(payment).orElseThrow(() -> new NotFound("payment " + payment));
    }

    private void record(Actor actor, PaymentRow row, String verb) {
        log.append(
                actor,
                row.caseId(),
                "payment " + row.number(),
                verb,
                Map.of("number", row.number(), "channel", row.channel().name()));
    }
}
