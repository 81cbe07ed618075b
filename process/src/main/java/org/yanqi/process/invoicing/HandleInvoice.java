package org.yanqi.process.invoicing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** What finance does with invoices; each step by its work item. */
@Service
public class HandleInvoice {
    public Outcome<Invoice> correctTitle(Actor finance, UUID invoice, InvoiceTitle title, String reason) {
        throw new UnsupportedOperationException();
    }

    /** @param outcome resubmit, paper or give-up */
    public Outcome<Invoice> rejection(Actor finance, UUID workItem, String outcome, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Enters what the tax system's machine printed: 12-digit code and 8-digit number. */
    public Outcome<Invoice> issuedOnPaper(Actor finance, UUID workItem, String code, String number) {
        throw new UnsupportedOperationException();
    }

    /** Dispatches by courier (booked), with a waybill typed in, or holds it at the counter. */
    public Outcome<Invoice> dispatch(Actor finance, UUID workItem, String way, @Nullable String waybill) {
        throw new UnsupportedOperationException();
    }

    public Outcome<Invoice> handedOver(Actor finance, UUID workItem, String receivedBy) {
        throw new UnsupportedOperationException();
    }

    /** For chase-invoice and chase-shipment: what was found out. */
    public Outcome<Invoice> chased(Actor finance, UUID workItem, String finding) {
        throw new UnsupportedOperationException();
    }
}
