package org.yanqi.process.renewal.delegate;

import static org.yanqi.process.renewal.delegate.BusinessKeys.businessKey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.OrderRenewal;

/** Cancels the draft or the unpaid order. */
@Component
class CancelOrder implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("renewal");

    private final OrderRenewal orders;

    CancelOrder(OrderRenewal orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        orders.cancel(ACTOR, businessKey(execution));
    }
}
