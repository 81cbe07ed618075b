package org.yanqi.process.invoicing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.IssueInvoice;
import org.yanqi.process.record.Actor;

/** announce-dispatch: the customer hears the waybill of the paper invoice. Business key: the invoice. */
@Component("announceDispatch")
class AnnounceDispatch implements JavaDelegate {
    private final IssueInvoice issue;

    AnnounceDispatch(IssueInvoice issue) {
        this.issue = issue;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issue.announceDispatch(Actor.system("announce-dispatch"), UUID.fromString(execution.getProcessBusinessKey()));
    }
}
