package org.yanqi.process.payment.delegate;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.Gateways;
import org.yanqi.process.payment.RefundMoney;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;
import org.yanqi.process.record.Actor;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** ask-refund: asks how a pending refund stands. Business key: the exception, or the order's refund. */
@Component
class AskRefund implements Worker {
    private static final Actor ACTOR = Actor.system("ask-refund");

    private final RefundMoney refund;
    private final Gateways gateways;

    AskRefund(RefundMoney refund, Gateways gateways) {
        this.refund = refund;
        this.gateways = gateways;
    }

    @Override
    public String topic() {
        return "ask-refund";
    }

    @Override
    public Answer work(Work work) {
        var asked = refund.of(UUID.fromString(work.businessKey()));
        if (asked.succeeded()) {
            return Answer.done(() -> Map.of("refundState", "succeeded"));
        }
        try {
            var state = gateways.of(asked.channel()).queryRefund(asked.number(), asked.paymentNumber());
            return Answer.done(() -> Map.of("refundState", refund.learn(ACTOR, asked.number(), state)));
        } catch (NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        }
    }
}
