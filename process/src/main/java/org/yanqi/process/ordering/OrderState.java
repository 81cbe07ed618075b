package org.yanqi.process.ordering;

/** Where an order stands. */
public enum OrderState {
    PLACED,
    PAID,
    /** Every item is renewed, settled or refunded (R6). */
    FULFILLED,
    CANCELLED,
    /** The payment window passed. */
    CLOSED,
    /** The money of every item went back (R14). */
    REFUNDED
}
