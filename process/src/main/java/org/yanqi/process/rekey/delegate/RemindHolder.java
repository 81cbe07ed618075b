package org.yanqi.process.rekey.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.rekey.RekeySteps;

/** Reminds the holder that a paid certificate waits for the key. */
@Component("remindHolder")
class RemindHolder implements JavaDelegate {
    private final RekeySteps steps;

    RemindHolder(RekeySteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.remind(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
