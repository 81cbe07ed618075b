package org.yanqi.process.invoicing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.TakeInvoiceBack;
import org.yanqi.process.record.Actor;

/** start-new-invoice: the rest of the order gets an invoice of its own. Business key: the correction. */
@Component("startNewInvoice")
class StartNewInvoice implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("invoice-correction");

    private final TakeInvoiceBack correct;

    StartNewInvoice(TakeInvoiceBack correct) {
        this.correct = correct;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var correction = UUID.fromString(execution.getProcessBusinessKey());
        correct.startNewInvoice(ACTOR, correction);
    }
}
