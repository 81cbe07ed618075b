package org.yanqi.process.invoicing;

import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.account.Recipient;

/**
 * What the customer wants; the kind is final once chosen.
 *
 * @param collection COURIER or COUNTER for paper
 */
public record InvoiceChoice(
        boolean wanted,
        @Nullable InvoiceKind kind,
        @Nullable InvoiceTitle title,
        @Nullable String email,
        @Nullable Collection collection,
        @Nullable Recipient recipient) {

    /** How a paper invoice is collected. */
    public enum Collection {
        COURIER,
        COUNTER
    }

    public static InvoiceChoice none() {
        return new InvoiceChoice(false, null, null, null, null, null);
    }
}
