package org.yanqi.process.renewal.delegate;

import static org.yanqi.process.renewal.delegate.BusinessKeys.businessKey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.SettleRefund;

/** correct-invoice: the invoice is cancelled, made smaller, or taken back by a red letter. Business key: the refund. */
@Component("correctInvoice")
class CorrectRefundedInvoice implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("order-refund");

    private final SettleRefund settlement;

    CorrectRefundedInvoice(SettleRefund settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        settlement.correctInvoice(ACTOR, businessKey(execution));
    }
}
