package org.yanqi.process.renewal.delegate;

import static org.yanqi.process.renewal.delegate.BusinessKeys.businessKey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.SettleRenewal;

/** Ends an order item, renewed or settled by staff; the activity tells which. */
@Component
class SettleItem implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("rekey");

    private final SettleRenewal settlement;

    SettleItem(SettleRenewal settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var renewed = execution.getCurrentActivityId().equals("settle-item");
        settlement.settleItem(ACTOR, businessKey(execution), renewed);
    }
}
