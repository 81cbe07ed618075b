package org.yanqi.process.renewal;

/** Where a case stands. */
public enum RenewalState {
    DRAFT,
    AWAITING_PAYMENT,
    PAID,
    RENEWED,
    CANCELLED,
    ABANDONED,
    CLOSED,
    /** The money of every certificate went back (R14). */
    REFUNDED
}
