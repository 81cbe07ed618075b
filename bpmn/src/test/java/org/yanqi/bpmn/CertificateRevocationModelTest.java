package org.yanqi.bpmn;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

class CertificateRevocationModelTest extends ModelTest {
    CertificateRevocationModelTest() {
        super("certificate-revocation");
    }

    @Test
    void revokes_when_a_second_person_agrees_and_tells_the_holder() {
        ProcessInstance revocation = start();
        complete("approve-revocation", "approved", true);
        work("revoke-certificate");
        assertThat(revocation)
                .hasPassed("announce-revocation", "certificate-revoked")
                .isEnded();
    }

    @Test
    void leaves_the_certificate_in_force_when_the_second_person_declines() {
        ProcessInstance revocation = start();
        complete("approve-revocation", "approved", false);
        assertThat(revocation)
                .hasPassed("revocation-declined")
                .hasNotPassed("revoke-certificate")
                .isEnded();
    }
}
