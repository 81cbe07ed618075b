package org.yanqi.process.invoicing.delegate;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.TakeInvoiceBack;
import org.yanqi.process.invoicing.port.TaxChannel;
import org.yanqi.process.record.Actor;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** ask-consent: asks how a red letter stands and sets {@code redLetter} and {@code pollAfter}. Business key: the correction. */
@Component
class AskConsent implements Worker {
    private static final Actor ACTOR = Actor.system("ask-consent");

    private final TakeInvoiceBack correct;
    private final ObjectProvider<TaxChannel> channel;

    AskConsent(TakeInvoiceBack correct, ObjectProvider<TaxChannel> channel) {
        this.correct = correct;
        this.channel = channel;
    }

    @Override
    public String topic() {
        return "ask-consent";
    }

    @Override
    public Answer work(Work work) {
        var correction = UUID.fromString(work.businessKey());
        var configured = channel.getIfAvailable();
        if (configured == null) {
            return new Answer.Unknown("no tax channel is configured");
        }
        var id = correct.asked(correction).channelId();
        if (id == null) {
            throw new IllegalStateException("correction " + correction + " was not filed");
        }
        try {
            var status = configured.redLetter(id);
            return Answer.done(() -> correct.learned(ACTOR, correction, status));
        } catch (TaxChannel.NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        }
    }
}
