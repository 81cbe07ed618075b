package org.yanqi.process.invoicing.delegate;

import java.time.Duration;
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

/** issue-red-letter: has the confirmed red letter issued; repeatable; sets {@code rest}; BPMN error {@code red-letter-refused}. Business key: the correction. */
@Component
class IssueRedLetter implements Worker {
    private static final Actor ACTOR = Actor.system("issue-red-letter");

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final TakeInvoiceBack correct;
    private final ObjectProvider<TaxChannel> channel;

    IssueRedLetter(TakeInvoiceBack correct, ObjectProvider<TaxChannel> channel) {
        this.correct = correct;
        this.channel = channel;
    }

    @Override
    public String topic() {
        return "issue-red-letter";
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
            var status = configured.issueRedLetter(id);
            if (status instanceof TaxChannel.RedStatus.Issued issued) {
                return Answer.done(() -> correct.issued(ACTOR, correction, issued));
            }
            if (status instanceof TaxChannel.RedStatus.Refused no) {
                return refused(correction, no.reason());
            }
            return status instanceof TaxChannel.RedStatus.Lapsed
                    ? refused(correction, "72 h")
                    : new Answer.NotYet(PAUSE);
        } catch (TaxChannel.NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        }
    }

    private Answer refused(UUID correction, String reason) {
        return new Answer.Refused("red-letter-refused", reason, () -> {
            correct.refused(ACTOR, correction, reason);
            return Map.of();
        });
    }
}
