package org.yanqi.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentExceptionModelTest extends ModelTest {
    PaymentExceptionModelTest() {
        super("payment-exception");
    }

    @Test
    void refunds_by_two_persons_what_fits_no_order() {
        ProcessInstance exception = startByMessage("payment-exception-opened", "ruleApplies", false);
        complete("decide-exception", "outcome", "refund");
        complete("approve-refund", "approved", true);
        work("refund-payment", "refundState", "succeeded");
        assertThat(exception)
                .hasPassed("refunded", "close-exception", "exception-closed")
                .isEnded();
    }

    @Test
    void refunds_a_second_payment_by_rule_without_asking_anybody() {
        delegateSets("decideByRule", "outcome", "by-rule");
        ProcessInstance exception = startByMessage("payment-exception-opened", "ruleApplies", true);
        work("refund-payment", "refundState", "succeeded");
        assertThat(exception).hasPassed("decide-by-rule", "refunded", "close-exception");
        assertThat(exception).hasNotPassed("decide-exception", "approve-refund").isEnded();
    }

    @Test
    void gives_a_failed_refund_by_rule_to_finance() {
        delegateSets("decideByRule", "outcome", "by-rule");
        ProcessInstance exception = startByMessage("payment-exception-opened", "ruleApplies", true);
        work("refund-payment", "refundState", "failed");
        complete("decide-exception", "outcome", "refund");
        assertThat(waits()).containsExactlyInAnyOrder("approve-refund");
    }

    @Test
    void matches_money_to_its_order() {
        delegateSets("matchPayment", "surplus", false);
        ProcessInstance exception = startAt("decide-exception");
        complete("decide-exception", "outcome", "match");
        assertThat(exception)
                .hasPassed("match-payment", "matched", "close-exception")
                .isEnded();
    }

    @Test
    void refunds_what_a_matched_payment_has_too_much() {
        delegateSets("matchPayment", "surplus", true);
        ProcessInstance exception = startAt("decide-exception");
        complete("decide-exception", "outcome", "match");
        assertThat(waits()).containsExactlyInAnyOrder("approve-refund");
    }

    @Test
    void returns_to_the_decision_when_the_order_cannot_take_the_money() {
        delegate("matchPayment", execution -> {
            throw new BpmnError("match-refused");
        });
        ProcessInstance exception = startAt("decide-exception");
        complete("decide-exception", "outcome", "match");
        assertThat(waits()).containsExactlyInAnyOrder("decide-exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve-refund", "approve-transfer", "approve-dismissal"})
    void returns_to_the_decision_when_the_supervisor_refuses(String approval) {
        ProcessInstance exception = startAt(approval);
        complete(approval, "approved", false);
        assertThat(waits()).containsExactlyInAnyOrder("decide-exception");
    }

    @Test
    void asks_again_while_a_refund_is_pending() {
        ProcessInstance exception = startAt("refund-payment");
        work("refund-payment", "refundState", "pending");
        runJob("await-refund");
        work("ask-refund", "refundState", "pending");
        assertThat(waits()).containsExactlyInAnyOrder("await-refund");
    }

    @Test
    void returns_to_the_decision_when_a_refund_fails() {
        ProcessInstance exception = startAt("ask-refund");
        work("ask-refund", "refundState", "failed");
        assertThat(waits()).containsExactlyInAnyOrder("decide-exception");
    }

    @Test
    void transfers_by_hand_once_a_supervisor_agrees() {
        ProcessInstance exception = startAt("decide-exception");
        complete("decide-exception", "outcome", "transfer");
        complete("approve-transfer", "approved", true);
        complete("record-transfer");
        assertThat(exception).hasPassed("transferred", "close-exception").isEnded();
    }

    @Test
    void dismisses_with_a_reason_once_a_supervisor_agrees() {
        ProcessInstance exception = startAt("decide-exception");
        complete("decide-exception", "outcome", "dismiss");
        complete("approve-dismissal", "approved", true);
        assertThat(exception).hasPassed("dismissed", "close-exception").isEnded();
    }
}
