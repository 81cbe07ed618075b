package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.process.invoicing.Correction;
import org.yanqi.process.invoicing.HandleCorrection;
import org.yanqi.process.invoicing.HandleInvoice;
import org.yanqi.process.invoicing.Invoice;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.InvoiceKind;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.invoicing.TakeInvoiceBack;

/** An order's invoice follows its refund: cancelled or smaller before it is issued, taken back by a red letter afterwards. */
class RedLetterTest extends PaidOrders {
    private static final InvoiceChoice PAPER = new InvoiceChoice(
            true, InvoiceKind.PAPER_SPECIAL, WithInvoices.TITLE, null, InvoiceChoice.Collection.COUNTER, null);

    @Autowired
    Invoices invoices;

    @Autowired
    TakeInvoiceBack corrections;

    @Autowired
    HandleCorrection handle;

    @Autowired
    HandleInvoice finance;

    private Invoice latest(Paid paid) {
        return invoices.ofCase(paid.renewal()).orElseThrow();
    }

    private Correction correction(Paid paid) {
        return corrections.ofCase(paid.renewal()).get(0);
    }

    private static String digits() {
        return String.format("%020d", UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE);
    }

    private void consentIsDue(UUID correction) {
        fire(timer(correction.toString(), "await-consent"));
    }

    private Paid invoiced() {
        TAX.takesInvoices();
        TAX.issuesInvoices();
        var paid = paid(WithInvoices.ELECTRONIC);
        fire(timer(latest(paid).id().toString(), "poll-due"));
        Awaitility.await().until(() -> latest(paid).state() == InvoiceState.DELIVERED);
        return paid;
    }

    @Test
    void an_issued_invoice_is_taken_back_and_the_rest_is_invoiced_anew() {
        var paid = invoiced();
        var old = latest(paid);
        TAX.issuesRedLetters();

        accepted(approve(decided(paid, paid.main())));
        consentIsDue(correction(paid).id());

        Awaitility.await().until(() -> correction(paid).state() == Correction.State.ISSUED);
        var confirmation = correction(paid).confirmation();
        assertThat(confirmation).startsWith(TaxStandIn.CONFIRMATION).hasSize(20);
        assertThat(correction(paid).redNumber())
                .isEqualTo(confirmation.replaceFirst(TaxStandIn.CONFIRMATION, TaxStandIn.RED_LETTER));
        assertThat(invoices.one(FINANCE, old.id()).state()).isEqualTo(InvoiceState.REVERSED);
        Awaitility.await().until(() -> !latest(paid).id().equals(old.id()));
        assertThat(latest(paid).amounts().gross()).isEqualTo(paid.lead().fen());
        assertThat(latest(paid).title().name()).isEqualTo(old.title().name());
        assertThat(promises()).isEmpty();
    }

    @Test
    void a_form_nobody_consents_to_lapses_after_72_hours_and_comes_to_finance() {
        var paid = invoiced();
        TAX.saysOfRedLetters("{\"status\":\"awaiting-consent\"}");
        accepted(approve(decided(paid, paid.main(), paid.lead())));
        var correction = correction(paid).id();
        consentIsDue(correction);
        Awaitility.await().until(() -> standsAt(correction).contains("await-consent"));

        clock.shift(Duration.ofHours(73));
        consentIsDue(correction);

        var work = item("settle-correction", correction);
        assertThat(correction(paid).state()).isEqualTo(Correction.State.REFUSED);
        assertThat(refused(handle.settle(FINANCE, work, "by-hand", " "))).containsExactly("refusal.reason-missing");
        accepted(handle.settle(FINANCE, work, "by-hand", "the buyer agreed on the phone"));
        var enter = item("record-red-letter", correction);
        assertThat(refused(handle.entered(FINANCE, enter, "12", "x")))
                .containsExactly("refusal.confirmation-malformed", "refusal.red-number-malformed");
        accepted(handle.entered(FINANCE, enter, digits(), digits()));

        assertThat(correction(paid).state()).isEqualTo(Correction.State.ISSUED);
        assertThat(latest(paid).state()).isEqualTo(InvoiceState.REVERSED);
        assertThat(promises()).isEmpty();
    }

    @Test
    void an_invoice_that_was_not_issued_is_made_smaller_or_not_made_at_all() {
        var paid = paid(PAPER);
        assertThat(latest(paid).state()).isEqualTo(InvoiceState.ASKED);

        accepted(approve(decided(paid, paid.main())));
        assertThat(latest(paid).amounts().gross()).isEqualTo(paid.lead().fen());
        accepted(approve(decided(paid, paid.lead())));

        assertThat(latest(paid).state()).isEqualTo(InvoiceState.CANCELLED);
        assertThat(standsAt(latest(paid).id())).isEmpty();
        assertThat(items.open("issue-paper-invoice", latest(paid).id().toString()))
                .isEmpty();
        assertThat(corrections.ofCase(paid.renewal())).isEmpty();
        assertThat(promises()).isEmpty();
    }

    @Test
    void the_red_letter_of_a_paper_invoice_is_entered_by_finance() {
        var paid = paid(PAPER);
        var number = String.format("%08d", Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
        accepted(finance.issuedOnPaper(
                FINANCE, item("issue-paper-invoice", latest(paid).id()), "021002613011", number));

        accepted(approve(decided(paid, paid.main(), paid.lead())));
        accepted(handle.entered(
                FINANCE, item("record-red-letter", correction(paid).id()), digits(), digits()));

        assertThat(latest(paid).state()).isEqualTo(InvoiceState.REVERSED);
        assertThat(correction(paid).state()).isEqualTo(Correction.State.ISSUED);
    }
}
