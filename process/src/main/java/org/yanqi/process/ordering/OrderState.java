package org.yanqi.process.ordering;

/** Where an order stands. */
public enum OrderState {
    PLACED,
    PAID,
    /** Every item is renewed or settled (R6). */
    FULFILLED,
    CANCELLED,
    /** The payment window passed. */
    CLOSED
}
