package org.yanqi.process.renewal.delegate;

import static org.yanqi.process.renewal.delegate.BusinessKeys.businessKey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.FulfilRenewal;

/** Counts the order as paid, fixes terms and entitlements. */
@Component
class ActivateEntitlements implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("renewal");

    private final FulfilRenewal fulfilment;

    ActivateEntitlements(FulfilRenewal fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("invoiceWanted", fulfilment.activate(ACTOR, businessKey(execution)));
    }
}
