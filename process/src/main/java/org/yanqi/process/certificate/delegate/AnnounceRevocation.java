package org.yanqi.process.certificate.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.RevocationSteps;

/** Tells the holder and the organisation's administrators of a revocation. */
@Component("announceRevocation")
class AnnounceRevocation implements JavaDelegate {
    private final RevocationSteps steps;

    AnnounceRevocation(RevocationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.announce(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
