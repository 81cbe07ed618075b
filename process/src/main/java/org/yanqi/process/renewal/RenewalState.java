package org.yanqi.process.renewal;

/** Where a case stands. */
public enum RenewalState {
    DRAFT,
    AWAITING_PAYMENT,
    PAID,
    RENEWED,
    CANCELLED,
    ABANDONED,
    CLOSED
}
