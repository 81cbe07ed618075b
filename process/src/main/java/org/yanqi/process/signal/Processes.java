package org.yanqi.process.signal;

/** Keys of the models. */
public final class Processes {
    public static final String RENEWAL = "renewal";
    public static final String REKEY = "rekey";
    public static final String INVOICING = "invoicing";
    public static final String PAYMENT_EXCEPTION = "payment-exception";
    public static final String ORDER_REFUND = "order-refund";
    public static final String INVOICE_CORRECTION = "invoice-correction";
    public static final String LAPSED_REVIEW = "lapsed-review";
    public static final String RECONCILIATION = "reconciliation";
    public static final String CERTIFICATE_REVOCATION = "certificate-revocation";
    public static final String KEY_RECOVERY = "key-recovery";

    private Processes() {}
}
