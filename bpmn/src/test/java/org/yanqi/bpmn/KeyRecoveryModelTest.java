package org.yanqi.bpmn;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

class KeyRecoveryModelTest extends ModelTest {
    KeyRecoveryModelTest() {
        super("key-recovery");
    }

    @Test
    void recovers_a_key_when_the_supervisor_approves() {
        ProcessInstance recovery = start();
        complete("approve-key-recovery", "approved", true);
        work("recover-key");
        assertThat(recovery).hasPassed("key-recovered").isEnded();
    }

    @Test
    void recovers_nothing_when_the_supervisor_refuses() {
        ProcessInstance recovery = start();
        complete("approve-key-recovery", "approved", false);
        assertThat(recovery)
                .hasPassed("recovery-refused")
                .hasNotPassed("recover-key")
                .isEnded();
    }

    @Test
    void ends_when_the_key_was_never_kept() {
        ProcessInstance recovery = start();
        complete("approve-key-recovery", "approved", true);
        refuse("recover-key", "key-not-kept");
        assertThat(recovery).hasPassed("key-not-recovered").isEnded();
    }
}
