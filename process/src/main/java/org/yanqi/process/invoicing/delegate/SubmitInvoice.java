package org.yanqi.process.invoicing.delegate;

import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.IssueInvoice;
import org.yanqi.process.invoicing.port.TaxChannel;
import org.yanqi.process.record.Actor;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** submit-invoice: hands an invoice to the tax channel under its serial; BPMN error {@code invoice-rejected}. Business key: the invoice. */
@Component
class SubmitInvoice implements Worker {
    private static final Actor ACTOR = Actor.system("submit-invoice");

    private final IssueInvoice issue;
    private final ObjectProvider<TaxChannel> channel;

    SubmitInvoice(IssueInvoice issue, ObjectProvider<TaxChannel> channel) {
        this.issue = issue;
        this.channel = channel;
    }

    @Override
    public String topic() {
        return "submit-invoice";
    }

    @Override
    public Answer work(Work work) {
        var invoice = UUID.fromString(work.businessKey());
        var configured = channel.getIfAvailable();
        if (configured == null) {
            return new Answer.Unknown("no tax channel is configured");
        }
        try {
            var id = configured.submit(issue.offer(invoice));
            return Answer.done(() -> issue.submitted(ACTOR, invoice, id));
        } catch (TaxChannel.NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        } catch (TaxChannel.Refused refused) {
            var reason = String.valueOf(refused.getMessage());
            return new Answer.Refused("invoice-rejected", reason, () -> {
                issue.rejected(ACTOR, invoice, reason);
                return Map.of();
            });
        }
    }
}
