package org.yanqi.process.invoicing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.IssueInvoice;
import org.yanqi.process.record.Actor;

/** close-invoice: the paper invoice is with the customer. Business key: the invoice. */
@Component("closeInvoice")
class CloseInvoice implements JavaDelegate {
    private final IssueInvoice issue;

    CloseInvoice(IssueInvoice issue) {
        this.issue = issue;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issue.close(Actor.system("close-invoice"), UUID.fromString(execution.getProcessBusinessKey()));
    }
}
