package org.yanqi.process.payment.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.MatchMoney;
import org.yanqi.process.record.Actor;

/** match-payment: counts the money for its order and sets {@code surplus}; BPMN error {@code match-refused} if it cannot. */
@Component("matchPayment")
class MatchPayment implements JavaDelegate {
    private final MatchMoney money;

    MatchPayment(MatchMoney money) {
        this.money = money;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var exception = UUID.fromString(execution.getProcessBusinessKey());
        var matched = money.match(Actor.system("match-payment"), exception);
        if (matched instanceof Outcome.Refused<Boolean> refused) {
            throw new BpmnError("match-refused", refused.reasons().get(0).code());
        }
        if (matched instanceof Outcome.Accepted<Boolean> accepted) {
            execution.setVariable("surplus", accepted.value());
        }
    }
}
