package org.yanqi.process.payment;

/** Why money does not fit. */
public enum ExceptionKind {
    AMOUNT_DIFFERS,
    PAID_AFTER_CLOSE,
    PAID_TWICE,
    UNKNOWN_ORDER,
    REFUND_FAILED
}
