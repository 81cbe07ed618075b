package org.yanqi.process.payment.delegate;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.CloseAttempt;
import org.yanqi.process.payment.Gateways;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;
import org.yanqi.process.record.Actor;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** close-payment: closes the case's open attempt at its provider and says whether it was paid ({@code paidAtClose}). */
@Component
class ClosePayment implements Worker {
    private static final Actor ACTOR = Actor.system("close-payment");

    private final CloseAttempt attempt;
    private final Gateways gateways;

    ClosePayment(CloseAttempt attempt, Gateways gateways) {
        this.attempt = attempt;
        this.gateways = gateways;
    }

    @Override
    public String topic() {
        return "close-payment";
    }

    /** A switch of the method and a cancel both close; Alipay gives back what was paid in the moment of the first one's cancel. */
    @Override
    public boolean oneAtATime() {
        return true;
    }

    @Override
    public Answer work(Work work) {
        var caseId = UUID.fromString(work.businessKey());
        var open = attempt.open(caseId);
        if (open.isEmpty()) {
            return Answer.done(() -> Map.of("paidAtClose", attempt.isPaid(caseId)));
        }
        var payment = open.get();
        try {
            var trade = gateways.of(payment.channel()).close(payment.number());
            attempt.heard(payment, trade);
            return Answer.done(() -> Map.of("paidAtClose", attempt.closed(ACTOR, payment.id(), trade)));
        } catch (NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        }
    }
}
