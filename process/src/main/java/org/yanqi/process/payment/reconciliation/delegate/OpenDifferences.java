package org.yanqi.process.payment.reconciliation.delegate;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.reconciliation.WalkDay;

/** open-differences: gives money that only one side has its exception; sets {@code toSign} and {@code lookAgain}. */
@Component("openDifferences")
class OpenDifferences implements JavaDelegate {
    private final WalkDay days;

    OpenDifferences(WalkDay days) {
        this.days = days;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = days.next(LocalDate.parse(execution.getProcessBusinessKey()));
        execution.setVariable("toSign", next.toSign());
        execution.setVariable("lookAgain", next.lookAgain());
    }
}
