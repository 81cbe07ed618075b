package org.yanqi.process.payment;

/** Why money does not fit. */
public enum ExceptionKind {
    AMOUNT_DIFFERS,
    PAID_AFTER_CLOSE,
    /** The order was paid by other money; the second payment goes back by rule. */
    PAID_TWICE,
    UNKNOWN_ORDER,
    REFUND_FAILED,
    /** The channel's bill has it, and we never heard of it. */
    CHANNEL_ONLY,
    /** We counted it, and the channel's bill does not have it, nor that of the neighbouring day. */
    OURS_ONLY
}
