package org.yanqi.process.invoicing.delegate;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.IssueInvoice;
import org.yanqi.process.invoicing.port.TaxChannel;
import org.yanqi.process.record.Actor;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** ask-tax-channel: asks how an invoice stands and sets {@code invoiceState} and {@code pollAfter}. Business key: the invoice. */
@Component
class AskTaxChannel implements Worker {
    private static final Actor ACTOR = Actor.system("ask-tax-channel");

    private final IssueInvoice issue;
    private final ObjectProvider<TaxChannel> channel;

    AskTaxChannel(IssueInvoice issue, ObjectProvider<TaxChannel> channel) {
        this.issue = issue;
        this.channel = channel;
    }

    @Override
    public String topic() {
        return "ask-tax-channel";
    }

    @Override
    public Answer work(Work work) {
        var invoice = UUID.fromString(work.businessKey());
        var configured = channel.getIfAvailable();
        if (configured == null) {
            return new Answer.Unknown("no tax channel is configured");
        }
        var id = issue.asked(invoice).channelId();
        if (id == null) {
            throw new IllegalStateException("invoice " + invoice + " was not submitted");
        }
        try {
            var status = configured.ask(id);
            return Answer.done(() -> issue.learned(ACTOR, invoice, status));
        } catch (TaxChannel.NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        }
    }
}
