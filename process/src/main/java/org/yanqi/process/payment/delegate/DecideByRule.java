package org.yanqi.process.payment.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.RefundByRule;
import org.yanqi.process.record.Actor;

/** decide-by-rule: a second payment goes back without a person; sets {@code outcome} to by-rule. Business key: the exception. */
@Component("decideByRule")
class DecideByRule implements JavaDelegate {
    private final RefundByRule rule;

    DecideByRule(RefundByRule rule) {
        this.rule = rule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rule.decide(Actor.system("decide-by-rule"), UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable("outcome", "by-rule");
    }
}
