package org.yanqi.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenewalModelTest extends ModelTest {
    RenewalModelTest() {
        super("renewal");
    }

    @BeforeEach
    void answers() {
        delegateSets("placeOrder", "paymentWindow", "PT2H");
        delegateSets("activateEntitlements", "invoiceWanted", true);
    }

    @Test
    void leads_from_the_first_page_to_the_renewed_case() {
        ProcessInstance renewal = start();
        complete("select-certificates");
        complete("bind-platforms", "direction", "next");
        assertThat(renewal).hasPassed("price-renewal");
        assertThat(waits()).containsExactlyInAnyOrder("declare-open-bids");
        complete("declare-open-bids", "direction", "next");
        complete("confirm-order", "direction", "next");
        assertThat(renewal).hasPassed("place-order");
        assertThat(waits()).containsExactlyInAnyOrder("choose-invoice");
        complete("choose-invoice", "channel", "wechat");
        work("open-payment");
        message("payment-received");
        runJob("activate-entitlements");
        assertThat(renewal).hasPassed("start-invoicing", "start-rekeys");
        assertThat(waits()).containsExactlyInAnyOrder("await-settlement", "tell-platforms");
        work("tell-platforms");
        message("renewal-settled");
        assertThat(renewal).hasPassed("close-renewal", "renewed").isEnded();
    }

    @Test
    void goes_back_from_the_platforms_to_the_certificates() {
        ProcessInstance renewal = startAt("bind-platforms");
        complete("bind-platforms", "direction", "back");
        assertThat(waits()).containsExactlyInAnyOrder("select-certificates");
    }

    @Test
    void goes_back_from_the_declaration_to_the_platforms() {
        ProcessInstance renewal = startAt("declare-open-bids");
        complete("declare-open-bids", "direction", "back");
        assertThat(waits()).containsExactlyInAnyOrder("bind-platforms");
    }

    @Test
    void goes_back_from_the_confirmation_to_the_declaration() {
        ProcessInstance renewal = startAt("confirm-order");
        complete("confirm-order", "direction", "back");
        assertThat(renewal).hasNotPassed("place-order");
        assertThat(waits()).containsExactlyInAnyOrder("declare-open-bids");
    }

    @Test
    void cancels_a_draft_without_asking_any_channel() {
        ProcessInstance renewal = startAt("bind-platforms");
        message("renewal-cancelled");
        assertThat(renewal).hasPassed("cancel-order", "renewal-cancelled").isEnded();
    }

    @Test
    void leaves_a_draft_alone_that_is_in_use() {
        delegateSets("lookForAbandonedDraft", "abandoned", false);
        ClockUtil.setCurrentTime(new Date(1_800_000_000_000L));
        ProcessInstance renewal = startAt("bind-platforms");
        Date first = job("check-draft").getDuedate();
        runJob("check-draft");
        assertThat(renewal).hasPassed("draft-in-use");
        assertThat(waits()).containsExactlyInAnyOrder("bind-platforms");
        assertThat(job("check-draft").getDuedate())
                .isEqualTo(Date.from(first.toInstant().plus(Duration.ofDays(1))));
    }

    @Test
    void ends_an_abandoned_draft_with_its_open_page() {
        delegateSets("lookForAbandonedDraft", "abandoned", true);
        ProcessInstance renewal = startAt("declare-open-bids");
        runJob("check-draft");
        assertThat(renewal).hasPassed("abandon-draft", "draft-abandoned").isEnded();
    }

    @Test
    void returns_to_the_choice_of_payment_when_the_channel_refuses() {
        ProcessInstance renewal = startAt("open-payment", "paymentWindow", "PT2H");
        refuse("open-payment", "payment-refused", "paymentRefused", "channel-down");
        assertThat(waits()).containsExactlyInAnyOrder("choose-invoice");
    }

    @Test
    void closes_the_old_attempt_before_it_opens_another() {
        ProcessInstance renewal = startAt("await-payment", "paymentWindow", "PT2H");
        message("payment-method-changed", "channel", "alipay");
        assertThat(waits()).containsExactlyInAnyOrder("replace-payment");
        work("close-payment", "paidAtClose", false);
        assertThat(waits()).containsExactlyInAnyOrder("open-payment");
    }

    @Test
    void counts_the_old_attempt_when_it_was_paid_before_it_could_be_replaced() {
        ProcessInstance renewal = startAt("replace-payment", "paymentWindow", "PT2H");
        work("close-payment", "paidAtClose", true);
        assertThat(renewal).hasPassed("order-paid");
        assertThat(waits()).containsExactlyInAnyOrder("activate-entitlements");
    }

    @Test
    void does_not_extend_the_payment_window_when_the_method_changes() {
        startAt("await-payment", "paymentWindow", "PT2H");
        Date end = job("payment-window-passed").getDuedate();
        message("payment-method-changed", "channel", "alipay");
        work("close-payment", "paidAtClose", false);
        work("open-payment");
        assertThat(job("payment-window-passed").getDuedate()).isEqualTo(end);
    }

    @Test
    void closes_an_order_that_was_not_paid_in_time() {
        ProcessInstance renewal = startAt("await-payment", "paymentWindow", "PT2H");
        runJob("payment-window-passed");
        work("close-payment", "paidAtClose", false);
        assertThat(renewal).hasPassed("close-order", "payment-window-over").isEnded();
    }

    @Test
    void counts_a_payment_that_the_channel_reports_when_the_window_closes() {
        ProcessInstance renewal = startAt("choose-invoice", "paymentWindow", "PT2H");
        runJob("payment-window-passed");
        work("close-payment", "paidAtClose", true);
        assertThat(renewal).hasNotPassed("close-order");
        assertThat(waits()).containsExactlyInAnyOrder("activate-entitlements");
    }

    @Test
    void cancels_an_unpaid_order_once_its_payment_is_closed() {
        ProcessInstance renewal = startAt("await-payment", "paymentWindow", "PT2H");
        message("renewal-cancelled");
        assertThat(waits()).containsExactlyInAnyOrder("close-cancelled-payment");
        work("close-payment", "paidAtClose", false);
        assertThat(renewal).hasPassed("cancel-order", "renewal-cancelled").isEnded();
    }

    @Test
    void goes_on_as_paid_when_the_money_came_before_the_cancellation() {
        ProcessInstance renewal = startAt("close-cancelled-payment");
        work("close-payment", "paidAtClose", true);
        assertThat(renewal).hasNotPassed("cancel-order");
        assertThat(waits()).containsExactlyInAnyOrder("activate-entitlements");
    }

    @Test
    void starts_again_behind_the_payment_when_late_money_is_accepted() {
        delegateSets("activateEntitlements", "invoiceWanted", false);
        ProcessInstance renewal = startByMessage("late-payment-accepted");
        runJob("activate-entitlements");
        assertThat(renewal).hasNotPassed("start-invoicing", "place-order");
        assertThat(waits()).containsExactlyInAnyOrder("await-settlement", "tell-platforms");
    }

    @Test
    void keeps_waiting_for_the_keys_while_the_platforms_are_being_told() {
        ProcessInstance renewal = startAt("fork");
        message("renewal-settled");
        assertThat(waits()).containsExactlyInAnyOrder("join", "tell-platforms");
        work("tell-platforms");
        assertThat(renewal).hasPassed("close-renewal").isEnded();
    }

    @Test
    void has_customer_service_chase_an_order_every_thirty_days() {
        ProcessInstance renewal = startAt("await-settlement");
        runJob("settlement-slow");
        assertThat(waits()).containsExactlyInAnyOrder("chase-renewal");
        complete("chase-renewal");
        assertThat(waits()).containsExactlyInAnyOrder("await-settlement");
    }

    @Test
    void drops_the_chase_when_the_renewal_is_settled_meanwhile() {
        ProcessInstance renewal = startAt("chase-renewal");
        message("renewal-settled");
        assertThat(waits()).containsExactlyInAnyOrder("join");
    }
}
