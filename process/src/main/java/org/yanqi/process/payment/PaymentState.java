package org.yanqi.process.payment;

/** Where an attempt to pay stands. */
public enum PaymentState {
    CREATED,
    OPEN,
    SUCCEEDED,
    CLOSED,
    /** Money arrived that fits no open order; nothing is fulfilled, an exception has it (R5). */
    FROZEN,
    REFUNDED,
    FAILED
}
