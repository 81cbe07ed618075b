package org.yanqi.process.invoicing;

/** Where an invoice stands. */
public enum InvoiceState {
    ASKED,
    SUBMITTED,
    REJECTED,
    ISSUED,
    DELIVERED,
    GIVEN_UP,
    /** Its order was refunded before it was issued. */
    CANCELLED,
    /** A red letter took it back. */
    REVERSED
}
