package org.yanqi.process.invoicing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.TakeInvoiceBack;
import org.yanqi.process.record.Actor;

/** look-at-invoice: sets {@code standing} to waiting, issued, on-paper or changed. Business key: the correction. */
@Component("lookAtInvoice")
class LookAtInvoice implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("invoice-correction");

    private final TakeInvoiceBack correct;

    LookAtInvoice(TakeInvoiceBack correct) {
        this.correct = correct;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var correction = UUID.fromString(execution.getProcessBusinessKey());
        execution.setVariable("standing", correct.standing(ACTOR, correction));
    }
}
