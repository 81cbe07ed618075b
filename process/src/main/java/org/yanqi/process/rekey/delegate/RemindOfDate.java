package org.yanqi.process.rekey.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.rekey.RekeySteps;

/** Tells the holder that an agreed day is near. */
@Component("remindOfDate")
class RemindOfDate implements JavaDelegate {
    private final RekeySteps steps;

    RemindOfDate(RekeySteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.dateNear(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
