package org.yanqi.process.renewal.delegate;

import static org.yanqi.process.renewal.delegate.BusinessKeys.businessKey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.SettleRefund;

/** announce-refund: whoever began the renewal hears that the money is back. Business key: the refund. */
@Component
class AnnounceRefund implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("order-refund");

    private final SettleRefund settlement;

    AnnounceRefund(SettleRefund settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        settlement.announce(ACTOR, businessKey(execution));
    }
}
