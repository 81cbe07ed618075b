package org.yanqi.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

class InvoiceCorrectionModelTest extends ModelTest {
    InvoiceCorrectionModelTest() {
        super("invoice-correction");
    }

    @Test
    void takes_the_invoice_back_and_invoices_the_rest() {
        delegateSets("lookAtInvoice", "standing", "issued");
        ProcessInstance correction = start();
        work("request-red-letter", "pollAfter", "PT20S");
        runJob("await-consent");
        work("ask-consent", "redLetter", "confirmed", "pollAfter", "PT20S");
        work("issue-red-letter", "rest", true);
        assertThat(correction).hasPassed("start-new-invoice", "invoiced-anew").isEnded();
    }

    @Test
    void invoices_nothing_anew_when_nothing_is_left() {
        ProcessInstance correction = startAt("issue-red-letter");
        work("issue-red-letter", "rest", false);
        assertThat(correction).hasPassed("reversed").isEnded();
    }

    @Test
    void waits_for_an_invoice_that_the_channel_has_and_needs_no_red_letter_if_it_was_rejected() {
        delegateSets("lookAtInvoice", "standing", "waiting");
        ProcessInstance correction = start();
        delegateSets("lookAtInvoice", "standing", "changed");
        runJob("await-issue");
        assertThat(correction).hasPassed("not-needed").isEnded();
    }

    @Test
    void leaves_the_red_letter_of_a_paper_invoice_to_finance() {
        delegateSets("lookAtInvoice", "standing", "on-paper");
        ProcessInstance correction = start();
        complete("record-red-letter", "rest", false);
        assertThat(correction).hasPassed("reversed").isEnded();
    }

    @Test
    void asks_again_until_the_buyer_consents() {
        startAt("ask-consent", "pollAfter", "PT20S");
        work("ask-consent", "redLetter", "pending", "pollAfter", "PT40S");
        assertThat(waits()).containsExactlyInAnyOrder("await-consent");
    }

    @Test
    void brings_a_refused_or_lapsed_form_to_finance_who_file_it_again() {
        startAt("ask-consent", "pollAfter", "PT20S");
        work("ask-consent", "redLetter", "refused", "pollAfter", "PT40S");
        complete("settle-correction", "outcome", "again");
        refuse("request-red-letter", "red-letter-refused");
        assertThat(waits()).containsExactlyInAnyOrder("settle-correction");
    }

    @Test
    void brings_what_cannot_be_issued_to_finance_who_make_it_by_hand() {
        ProcessInstance correction = startAt("issue-red-letter");
        refuse("issue-red-letter", "red-letter-refused");
        complete("settle-correction", "outcome", "by-hand");
        complete("record-red-letter", "rest", true);
        assertThat(correction).hasPassed("start-new-invoice").isEnded();
    }

    @Test
    void is_given_up_for_a_reason() {
        ProcessInstance correction = startAt("settle-correction");
        complete("settle-correction", "outcome", "give-up");
        assertThat(correction).hasPassed("correction-given-up").isEnded();
    }
}
