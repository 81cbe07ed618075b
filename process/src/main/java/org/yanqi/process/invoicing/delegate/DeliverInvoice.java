package org.yanqi.process.invoicing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.IssueInvoice;
import org.yanqi.process.record.Actor;

/** deliver-invoice: the electronic invoice goes to the customer by mail. Business key: the invoice. */
@Component("deliverInvoice")
class DeliverInvoice implements JavaDelegate {
    private final IssueInvoice issue;

    DeliverInvoice(IssueInvoice issue) {
        this.issue = issue;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issue.deliver(Actor.system("deliver-invoice"), UUID.fromString(execution.getProcessBusinessKey()));
    }
}
