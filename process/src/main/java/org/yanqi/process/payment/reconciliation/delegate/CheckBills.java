package org.yanqi.process.payment.reconciliation.delegate;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.reconciliation.WalkDay;

/** check-bills: says whether a bill is damaged or never came ({@code lacking}). */
@Component("checkBills")
class CheckBills implements JavaDelegate {
    private final WalkDay days;

    CheckBills(WalkDay days) {
        this.days = days;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("lacking", days.isLacking(LocalDate.parse(execution.getProcessBusinessKey())));
    }
}
