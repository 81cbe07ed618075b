package org.yanqi.process.payment;

/** Where an attempt to pay stands. */
public enum PaymentState {
    CREATED,
    OPEN,
    SUCCEEDED,
    CLOSED,
    /** Its amount differs from the order's; nothing is fulfilled (R5). */
    FROZEN,
    REFUNDED,
    FAILED
}
