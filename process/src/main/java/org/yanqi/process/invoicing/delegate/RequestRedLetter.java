package org.yanqi.process.invoicing.delegate;

import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.TakeInvoiceBack;
import org.yanqi.process.invoicing.port.TaxChannel;
import org.yanqi.process.record.Actor;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** request-red-letter: files the confirmation form under its serial; BPMN error {@code red-letter-refused}. Business key: the correction. */
@Component
class RequestRedLetter implements Worker {
    private static final Actor ACTOR = Actor.system("request-red-letter");

    private final TakeInvoiceBack correct;
    private final ObjectProvider<TaxChannel> channel;

    RequestRedLetter(TakeInvoiceBack correct, ObjectProvider<TaxChannel> channel) {
        this.correct = correct;
        this.channel = channel;
    }

    @Override
    public String topic() {
        return "request-red-letter";
    }

    @Override
    public Answer work(Work work) {
        var correction = UUID.fromString(work.businessKey());
        var configured = channel.getIfAvailable();
        if (configured == null) {
            return new Answer.Unknown("no tax channel is configured");
        }
        try {
            var id = configured.askRedLetter(correct.asked(correction).form());
            return Answer.done(() -> correct.submitted(ACTOR, correction, id));
        } catch (TaxChannel.NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        } catch (TaxChannel.Refused refused) {
            var reason = String.valueOf(refused.getMessage());
            return new Answer.Refused("red-letter-refused", reason, () -> {
                correct.refused(ACTOR, correction, reason);
                return Map.of();
            });
        }
    }
}
