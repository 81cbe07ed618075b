package org.yanqi.process.renewal.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads the business key of an instance: the id of the case, item or review. */
final class BusinessKeys {
    private BusinessKeys() {}

    static UUID businessKey(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}
