package org.yanqi.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

class OrderRefundModelTest extends ModelTest {
    OrderRefundModelTest() {
        super("order-refund");
    }

    @Test
    void settles_refunds_and_tells_once_a_supervisor_agrees() {
        ProcessInstance refund = start();
        complete("approve-order-refund", "approved", true);
        assertThat(refund).hasPassedInOrder("settle-refunded-items", "correct-invoice");
        work("tell-platforms");
        work("refund-payment", "refundState", "succeeded");
        assertThat(refund)
                .hasPassed("announce-refund", "close-order-refund", "order-refunded")
                .isEnded();
    }

    @Test
    void moves_nothing_when_the_supervisor_refuses() {
        ProcessInstance refund = start();
        complete("approve-order-refund", "approved", false);
        assertThat(refund)
                .hasPassed("refund-declined")
                .hasNotPassed("settle-refunded-items")
                .isEnded();
    }

    @Test
    void asks_again_while_the_refund_is_pending() {
        ProcessInstance refund = startAt("refund-payment");
        work("refund-payment", "refundState", "pending");
        runJob("await-refund");
        work("ask-refund", "refundState", "pending");
        assertThat(waits()).containsExactlyInAnyOrder("await-refund");
        assertThat(refund).isNotEnded();
    }

    @Test
    void leaves_a_failed_refund_to_its_exception_and_tells_the_customer_nothing() {
        ProcessInstance refund = start();
        complete("approve-order-refund", "approved", true);
        work("refund-payment", "refundState", "failed");
        work("tell-platforms");
        assertThat(refund)
                .hasNotPassed("announce-refund")
                .hasPassed("close-order-refund")
                .isEnded();
    }
}
