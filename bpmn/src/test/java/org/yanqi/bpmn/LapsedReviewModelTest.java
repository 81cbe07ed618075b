package org.yanqi.bpmn;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

class LapsedReviewModelTest extends ModelTest {
    LapsedReviewModelTest() {
        super("lapsed-review");
    }

    @Test
    void records_what_customer_service_decides() {
        ProcessInstance review = start();
        complete("review-lapsed", "outcome", "approve");
        assertThat(review).hasPassed("record-review", "reviewed").isEnded();
    }
}
