package org.yanqi.process.renewal.delegate;

import static org.yanqi.process.renewal.delegate.BusinessKeys.businessKey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.SettleRefund;

/** close-order-refund: the refund is done, or an exception has what is left. Business key: the refund. */
@Component
class CloseOrderRefund implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("order-refund");

    private final SettleRefund settlement;

    CloseOrderRefund(SettleRefund settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        settlement.close(ACTOR, businessKey(execution));
    }
}
