package org.yanqi.process.payment.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.MatchMoney;
import org.yanqi.process.record.Actor;

/** close-exception: the money is counted, given back or dismissed, and the exception rests. */
@Component("closeException")
class CloseException implements JavaDelegate {
    private final MatchMoney money;

    CloseException(MatchMoney money) {
        this.money = money;
    }

    @Override
    public void execute(DelegateExecution execution) {
        money.close(Actor.system("close-exception"), UUID.fromString(execution.getProcessBusinessKey()));
    }
}
