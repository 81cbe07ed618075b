package org.yanqi.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

class InvoicingModelTest extends ModelTest {
    InvoicingModelTest() {
        super("invoicing");
    }

    @Test
    void delivers_an_electronic_invoice_after_the_call_back() {
        ProcessInstance invoicing = start("kind", "electronic");
        work("submit-invoice", "pollAfter", "PT20S");
        message("invoice-changed");
        work("ask-tax-channel", "invoiceState", "issued");
        assertThat(invoicing).hasPassed("deliver-invoice", "delivered").isEnded();
    }

    @Test
    void delivers_a_paper_invoice_by_courier() {
        ProcessInstance invoicing = start("kind", "paper");
        complete("issue-paper-invoice");
        complete("dispatch-invoice", "outcome", "courier");
        work("book-courier");
        message("shipment-changed");
        work("track-shipment", "delivered", true);
        assertThat(invoicing)
                .hasPassed("announce-dispatch", "close-invoice", "paper-delivered")
                .isEnded();
    }

    @Test
    void asks_by_itself_and_again_while_the_channel_is_not_done() {
        ProcessInstance invoicing = startAt("submit-invoice");
        Date submitted = new Date(1_800_000_000_000L);
        ClockUtil.setCurrentTime(submitted);
        work("submit-invoice", "pollAfter", "PT20S");
        assertThat(job("poll-due").getDuedate())
                .isEqualTo(Date.from(submitted.toInstant().plusSeconds(20)));
        runJob("poll-due");
        work("ask-tax-channel", "invoiceState", "pending", "pollAfter", "PT10M");
        assertThat(waits()).containsExactlyInAnyOrder("await-invoice");
        assertThat(job("poll-due").getDuedate())
                .isEqualTo(Date.from(submitted.toInstant().plusSeconds(20).plus(Duration.ofMinutes(10))));
    }

    @Test
    void brings_a_refused_submission_to_finance_who_submit_again() {
        ProcessInstance invoicing = startAt("submit-invoice");
        refuse("submit-invoice", "invoice-rejected");
        complete("handle-rejection", "outcome", "resubmit");
        assertThat(waits()).containsExactlyInAnyOrder("submit-invoice");
    }

    @Test
    void brings_a_rejected_invoice_to_finance_who_fall_back_on_paper() {
        ProcessInstance invoicing = startAt("ask-tax-channel", "pollAfter", "PT20S");
        work("ask-tax-channel", "invoiceState", "rejected");
        complete("handle-rejection", "outcome", "paper");
        assertThat(waits()).containsExactlyInAnyOrder("issue-paper-invoice");
    }

    @Test
    void gives_an_invoice_up_with_a_reason() {
        ProcessInstance invoicing = startAt("handle-rejection");
        complete("handle-rejection", "outcome", "give-up");
        assertThat(invoicing).hasPassed("given-up").isEnded();
    }

    @Test
    void has_finance_chase_a_late_invoice_while_it_keeps_asking() {
        ProcessInstance invoicing = startAt("await-invoice", "pollAfter", "PT20S");
        runJob("issue-deadline-passed");
        assertThat(waits()).containsExactlyInAnyOrder("await-invoice", "chase-invoice");
        complete("chase-invoice", "outcome", "wait");
        assertThat(waits()).containsExactlyInAnyOrder("await-invoice");
    }

    @Test
    void drops_the_chase_when_the_invoice_is_issued_meanwhile() {
        ProcessInstance invoicing = startAt("await-invoice", "pollAfter", "PT20S");
        runJob("issue-deadline-passed");
        message("invoice-changed");
        work("ask-tax-channel", "invoiceState", "issued");
        assertThat(invoicing).hasPassed("delivered").isEnded();
    }

    @Test
    void lets_finance_take_a_late_invoice_back_from_the_channel() {
        ProcessInstance invoicing = startAt("await-invoice", "pollAfter", "PT20S");
        runJob("issue-deadline-passed");
        complete("chase-invoice", "outcome", "take-over");
        assertThat(waits()).containsExactlyInAnyOrder("handle-rejection");
    }

    @Test
    void returns_to_dispatch_when_the_courier_refuses() {
        ProcessInstance invoicing = startAt("book-courier");
        refuse("book-courier", "courier-refused", "courierRefusal", "out-of-range");
        assertThat(waits()).containsExactlyInAnyOrder("dispatch-invoice");
    }

    @Test
    void follows_a_waybill_that_was_typed_in_until_it_is_signed_for() {
        ProcessInstance invoicing = startAt("dispatch-invoice");
        complete("dispatch-invoice", "outcome", "typed");
        runJob("tracking-due");
        work("track-shipment", "delivered", false);
        assertThat(invoicing).hasPassed("announce-dispatch");
        assertThat(waits()).containsExactlyInAnyOrder("await-delivery");
    }

    @Test
    void hands_an_invoice_over_at_the_counter() {
        ProcessInstance invoicing = startAt("dispatch-invoice");
        complete("dispatch-invoice", "outcome", "counter");
        complete("hand-over-invoice");
        assertThat(invoicing)
                .hasPassed("close-invoice")
                .hasNotPassed("announce-dispatch")
                .isEnded();
    }

    @Test
    void has_finance_look_for_a_parcel_after_fifteen_days() {
        ProcessInstance invoicing = startAt("await-delivery");
        runJob("delivery-deadline-passed");
        complete("chase-shipment", "outcome", "wait");
        assertThat(waits()).containsExactlyInAnyOrder("await-delivery");
    }

    @Test
    void sends_a_lost_invoice_again() {
        ProcessInstance invoicing = startAt("await-delivery");
        runJob("delivery-deadline-passed");
        complete("chase-shipment", "outcome", "dispatch-again");
        assertThat(waits()).containsExactlyInAnyOrder("dispatch-invoice");
    }

    @Test
    void ends_wherever_it_stands_when_its_order_is_refunded() {
        ProcessInstance instance = startAt("handle-rejection");
        message("invoice-cancelled");
        assertThat(instance).hasPassed("cancelled").isEnded();
    }
}
