package org.yanqi.process.payment.delegate;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Gateways;
import org.yanqi.process.payment.OpenAttempt;
import org.yanqi.process.payment.port.PaymentGateway;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;
import org.yanqi.process.payment.port.PaymentGateway.Refused;
import org.yanqi.process.payment.port.PaymentGateway.Trade;
import org.yanqi.process.record.Actor;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** open-payment: asks the chosen channel for a QR code. Business key: the case; variable {@code channel}. */
@Component
class OpenPayment implements Worker {
    private static final Actor ACTOR = Actor.system("open-payment");

    private final OpenAttempt attempt;
    private final Gateways gateways;

    OpenPayment(OpenAttempt attempt, Gateways gateways) {
        this.attempt = attempt;
        this.gateways = gateways;
    }

    @Override
    public String topic() {
        return "open-payment";
    }

    @Override
    public Answer work(Work work) {
        var channel =
                Channel.valueOf(String.valueOf(work.variables().get("channel")).toUpperCase(Locale.ROOT));
        var asked = attempt.begin(ACTOR, UUID.fromString(work.businessKey()), channel);
        var gateway = gateways.of(channel);
        try {
            var code = gateway.open(asked.number(), asked.fen(), asked.description(), asked.until());
            return Answer.done(() -> {
                attempt.opened(ACTOR, asked.payment(), code);
                return Map.of();
            });
        } catch (NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        } catch (Refused refused) {
            return refused(gateway, asked, String.valueOf(refused.getMessage()));
        }
    }

    /** A provider also refuses what is paid already: asked before the refusal is believed. */
    private Answer refused(PaymentGateway gateway, OpenAttempt.Asked asked, String reason) {
        try {
            var trade = gateway.query(asked.number());
            if (trade.state() == Trade.State.PAID) {
                return Answer.done(() -> {
                    attempt.paidAlready(asked.payment(), trade);
                    return Map.of();
                });
            }
        } catch (NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        }
        return new Answer.Refused("payment-refused", reason, () -> {
            attempt.refused(ACTOR, asked.payment(), reason);
            return Map.of("paymentRefused", "provider-refused");
        });
    }
}
