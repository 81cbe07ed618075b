package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
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
            true, InvoiceKind.PAPER_SPECIAL, InvoiceTest.TITLE, null, InvoiceChoice.Collection.COUNTER, null);

    @Autowired
    Invoices invoices;

    @Autowired
    TakeInvoiceBack corrections;

    @Autowired
    HandleCorrection handle;

    @Autowired
    HandleInvoice finance;

    @Autowired
    ManagementService jobs;

    private Invoice latest(Paid paid) {
        return invoices.ofCase(paid.renewal()).orElseThrow();
    }

    private Correction correction(Paid paid) {
        return corrections.ofCase(paid.renewal()).get(0);
    }

    private static String digits() {
        return String.format("%020d", UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE);
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
