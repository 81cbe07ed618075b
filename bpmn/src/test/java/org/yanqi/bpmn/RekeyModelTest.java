package org.yanqi.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Date;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

class RekeyModelTest extends ModelTest {
    private static final Date LATE = new Date(4_000_000_000_000L);

    RekeyModelTest() {
        super("rekey");
    }

    @Test
    void leads_from_the_holders_turn_to_the_revoked_old_certificate() {
        ProcessInstance rekey = start("supersedeGrace", "PT0S");
        complete("update-key");
        work("ask-open-bids", "openBids", false);
        work("issue-certificate");
        message("certificate-confirmed");
        runJob("supersede-grace");
        work("supersede-old");
        assertThat(rekey).hasPassed("settle-item", "rekeyed").isEnded();
    }

    @Test
    void reminds_the_holder_every_week_and_keeps_waiting() {
        ProcessInstance rekey = startAt("update-key");
        runJob("reminder-due");
        runJob("reminder-due");
        assertThat(rekey).hasPassed("remind-holder", "reminded");
        assertThat(waits()).containsExactlyInAnyOrder("update-key");
    }

    @Test
    void brings_a_key_that_fails_to_customer_service() {
        ProcessInstance rekey = startAt("update-key");
        message("rekey-failed", "failure", "pin-locked");
        assertThat(waits()).containsExactlyInAnyOrder("settle-rekey-failure");
    }

    @Test
    void issues_despite_an_open_bid_when_the_holder_insists() {
        ProcessInstance rekey = startAt("ask-open-bids");
        work("ask-open-bids", "openBids", true);
        complete("handle-open-bid", "outcome", "proceed");
        assertThat(waits()).containsExactlyInAnyOrder("issue-certificate");
    }

    @Test
    void waits_for_the_opening_of_a_bid_reminds_before_it_and_calls_the_holder_when_it_is_over() {
        ProcessInstance rekey = startAt("handle-open-bid");
        Date opening = new Date(4_000_000_000_000L);
        Date before = new Date(3_999_913_600_000L);
        complete("handle-open-bid", "outcome", "defer", "deferredUntil", opening, "remindAt", before);
        assertThat(job("date-near").getDuedate()).isEqualTo(before);
        runJob("date-near");
        assertThat(rekey).hasPassed("remind-of-date", "reminded-of-date");
        assertThat(waits()).containsExactlyInAnyOrder("await-date");
        assertThat(job("date-reached").getDuedate()).isEqualTo(opening);
        runJob("date-reached");
        assertThat(rekey).hasPassed("call-holder");
        assertThat(waits()).containsExactlyInAnyOrder("update-key");
    }

    @Test
    void goes_on_when_the_holder_declares_again_where_platforms_were_silent() {
        ProcessInstance rekey = startAt("handle-open-bid");
        message("bids-declared-again");
        assertThat(rekey).hasNotPassed("await-date");
        assertThat(waits()).containsExactlyInAnyOrder("issue-certificate");
    }

    @Test
    void lets_the_holder_wait_for_the_opening_without_the_desk_and_go_on_earlier() {
        startAt("handle-open-bid");
        message("update-deferred", "deferredUntil", LATE, "remindAt", LATE);
        assertThat(waits()).containsExactlyInAnyOrder("await-date");
        message("update-resumed");
        assertThat(waits()).containsExactlyInAnyOrder("update-key");
    }

    @Test
    void lets_the_holder_put_the_update_off_before_it_began() {
        startAt("update-key");
        message("update-deferred", "deferredUntil", LATE, "remindAt", LATE);
        assertThat(waits()).containsExactlyInAnyOrder("await-date");
    }

    @Test
    void brings_a_refused_request_to_customer_service() {
        ProcessInstance rekey = startAt("issue-certificate");
        refuse("issue-certificate", "issue-refused", "failure", "subject");
        assertThat(waits()).containsExactlyInAnyOrder("settle-rekey-failure");
    }

    @Test
    void brings_a_failed_write_to_customer_service_and_resumes_where_it_stopped() {
        ProcessInstance rekey = startAt("await-confirmation");
        message("rekey-failed", "failure", "import-failed");
        complete("settle-rekey-failure", "outcome", "resume");
        assertThat(rekey).hasNotPassed("issue-certificate");
        assertThat(waits()).containsExactlyInAnyOrder("await-confirmation");
    }

    @Test
    void asks_customer_service_when_nothing_was_confirmed_for_three_days() {
        ProcessInstance rekey = startAt("await-confirmation");
        runJob("confirmation-late");
        assertThat(waits()).containsExactlyInAnyOrder("settle-rekey-failure");
    }

    @Test
    void gives_the_key_back_to_the_holder_once_it_is_unlocked() {
        ProcessInstance rekey = startAt("settle-rekey-failure");
        complete("settle-rekey-failure", "outcome", "unlock");
        assertThat(waits()).containsExactlyInAnyOrder("update-key");
    }

    @Test
    void gives_the_holder_another_try() {
        ProcessInstance rekey = startAt("settle-rekey-failure");
        complete("settle-rekey-failure", "outcome", "retry");
        assertThat(waits()).containsExactlyInAnyOrder("update-key");
    }

    @Test
    void defers_a_failed_rekey_to_the_agreed_day() {
        ProcessInstance rekey = startAt("settle-rekey-failure");
        complete("settle-rekey-failure", "outcome", "defer", "deferredUntil", LATE, "remindAt", LATE);
        assertThat(waits()).containsExactlyInAnyOrder("await-date");
        runJob("date-reached");
        assertThat(waits()).containsExactlyInAnyOrder("update-key");
    }

    @Test
    void keeps_owing_what_the_customer_gives_up_until_they_take_it_up_again() {
        ProcessInstance rekey = startAt("settle-rekey-failure");
        complete("settle-rekey-failure", "outcome", "keep-owed");
        work("withdraw-certificate");
        assertThat(rekey).hasPassed("withdraw-given-up").isNotEnded();
        assertThat(waits()).containsExactlyInAnyOrder("stay-owed");
        message("update-resumed");
        assertThat(waits()).containsExactlyInAnyOrder("update-key");
    }

    @Test
    void asks_customer_service_again_when_what_is_owed_was_left_for_ninety_days() {
        startAt("stay-owed");
        runJob("owed-long");
        assertThat(waits()).containsExactlyInAnyOrder("settle-rekey-failure");
    }

    @Test
    void ends_what_the_customer_gave_up_when_its_money_goes_back() {
        ProcessInstance rekey = startAt("stay-owed");
        message("item-refunded");
        assertThat(rekey).hasPassed("update-refunded").isEnded();
    }

    @Test
    void settles_nothing_for_good_when_the_second_person_does_not_agree() {
        startAt("settle-rekey-failure");
        complete("settle-rekey-failure", "outcome", "settle");
        complete("approve-settlement", "approved", false);
        assertThat(waits()).containsExactlyInAnyOrder("settle-rekey-failure");
    }

    @Test
    void withdraws_the_unused_certificate_when_two_persons_settle_the_item() {
        ProcessInstance rekey = startAt("settle-rekey-failure");
        complete("settle-rekey-failure", "outcome", "settle");
        complete("approve-settlement", "approved", true);
        work("withdraw-certificate");
        assertThat(rekey).hasPassed("settle-item-unrenewed", "settled").isEnded();
    }

    @Test
    void refuses_an_outcome_that_it_does_not_know_and_keeps_the_task() {
        ProcessInstance rekey = startAt("settle-rekey-failure");
        assertThatThrownBy(() -> complete("settle-rekey-failure", "outcome", "shrug"))
                .hasMessageContaining("failure-handled");
        assertThat(waits()).containsExactlyInAnyOrder("settle-rekey-failure");
    }

    @Test
    void ends_wherever_it_stands_when_its_money_goes_back() {
        ProcessInstance instance = startAt("update-key");
        message("item-refunded");
        assertThat(instance).hasPassed("update-refunded").isEnded();
    }
}
