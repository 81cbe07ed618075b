package org.yanqi.process.renewal.delegate;

import static org.yanqi.process.renewal.delegate.BusinessKeys.businessKey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.OrderRenewal;

/** Asks whether the draft was left untouched. */
@Component
class LookForAbandonedDraft implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("renewal");

    private final OrderRenewal orders;

    LookForAbandonedDraft(OrderRenewal orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("abandoned", orders.isAbandoned(ACTOR, businessKey(execution)));
    }
}
