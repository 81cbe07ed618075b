package org.yanqi.process.renewal.delegate;

import static org.yanqi.process.renewal.delegate.BusinessKeys.businessKey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.SettleRefund;

/** settle-refunded-items: items, key updates and terms end; in the transaction of the approval. Business key: the refund. */
@Component
class SettleRefundedItems implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("order-refund");

    private final SettleRefund settlement;

    SettleRefundedItems(SettleRefund settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        settlement.settleItems(ACTOR, businessKey(execution));
    }
}
