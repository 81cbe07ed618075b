package org.yanqi.process.invoicing.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.invoicing.InvoiceChoice;

/** Where an invoice is to go: by mail, by courier to a recipient, or to the counter. */
@Embeddable
public class WayOfInvoice {
    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private InvoiceChoice.@Nullable Collection collection;

    private @Nullable String recipientName;
    private @Nullable String recipientMobile;
    private @Nullable String recipientRegion;
    private @Nullable String recipientAddress;

    protected WayOfInvoice() {}

    WayOfInvoice(@Nullable String email, InvoiceChoice.@Nullable Collection collection, @Nullable Recipient recipient) {
        this.email = email;
        this.collection = collection;
        if (recipient != null) {
            this.recipientName = recipient.name();
            this.recipientMobile = recipient.mobile();
            this.recipientRegion = recipient.region();
            this.recipientAddress = recipient.address();
        }
    }

    WayOfInvoice copy() {
        return new WayOfInvoice(email, collection, recipient());
    }

    WayOfInvoice collectedAt(InvoiceChoice.Collection place) {
        return new WayOfInvoice(email, place, recipient());
    }

    @Nullable
    String email() {
        return email;
    }

    InvoiceChoice.@Nullable Collection collection() {
        return collection;
    }

    @Nullable
    Recipient recipient() {
        return recipientName == null || recipientMobile == null || recipientRegion == null || recipientAddress == null
                ? null
                : new Recipient(null, recipientName, recipientMobile, recipientRegion, recipientAddress);
    }
}
