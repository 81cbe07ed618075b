package org.yanqi.process.invoicing.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.yanqi.process.account.InvoiceTitle;

/** The buyer as copied onto an invoice, so that a title kept for reuse may change without changing it. */
@Embeddable
public class TitleOnInvoice {
    @Enumerated(EnumType.STRING)
    private InvoiceTitle.Type titleType = InvoiceTitle.Type.ENTERPRISE;

    private String titleName = "";
    private String titleTaxNumber = "";
    private String titleAddress = "";
    private String titlePhone = "";
    private String titleBank = "";
    private String titleAccount = "";

    protected TitleOnInvoice() {}

    TitleOnInvoice(InvoiceTitle title) {
        this.titleType = title.type();
        this.titleName = title.name().strip();
        this.titleTaxNumber = title.taxNumber().strip();
        this.titleAddress = title.address().strip();
        this.titlePhone = title.phone().strip();
        this.titleBank = title.bank().strip();
        this.titleAccount = title.account().strip();
    }

    InvoiceTitle view() {
        return new InvoiceTitle(
                null, titleType, titleName, titleTaxNumber, titleAddress, titlePhone, titleBank, titleAccount);
    }
}
