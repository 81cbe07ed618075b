package org.yanqi.process.invoicing;

/** Where an invoice stands. */
public enum InvoiceState {
    ASKED,
    SUBMITTED,
    REJECTED,
    ISSUED,
    DELIVERED,
    GIVEN_UP
}
