package org.yanqi.process.rekey.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.rekey.RekeySteps;

/** Tells the holder that the agreed day has come. */
@Component("callHolder")
class CallHolder implements JavaDelegate {
    private final RekeySteps steps;

    CallHolder(RekeySteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.dateReached(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
