package org.yanqi.process.renewal.delegate;

import static org.yanqi.process.renewal.delegate.BusinessKeys.businessKey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.SettleRenewal;

/** Starts the invoice. */
@Component
class StartInvoicing implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("renewal");

    private final SettleRenewal settlement;

    StartInvoicing(SettleRenewal settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        settlement.startInvoicing(ACTOR, businessKey(execution));
    }
}
