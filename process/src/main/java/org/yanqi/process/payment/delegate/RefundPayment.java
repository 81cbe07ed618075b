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

/** refund-payment: asks the channel to give money back, always under its one number. Business key: the exception, or the order's refund. */
@Component
class RefundPayment implements Worker {
    private static final Actor ACTOR = Actor.system("refund-payment");

    private final RefundMoney refund;
    private final Gateways gateways;

    RefundPayment(RefundMoney refund, Gateways gateways) {
        this.refund = refund;
        this.gateways = gateways;
    }

    @Override
    public String topic() {
        return "refund-payment";
    }

    @Override
    public Answer work(Work work) {
        var asked = refund.begin(UUID.fromString(work.businessKey()));
        if (asked.succeeded()) {
            return Answer.done(() -> Map.of("refundState", "succeeded"));
        }
        try {
            var state = gateways.of(asked.channel())
                    .refund(asked.number(), asked.paymentNumber(), asked.totalFen(), asked.fen(), asked.reason());
            return Answer.done(() -> Map.of("refundState", refund.learn(ACTOR, asked.number(), state)));
        } catch (NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        }
    }
}
