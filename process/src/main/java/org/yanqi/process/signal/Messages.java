package org.yanqi.process.signal;

/** Names of the messages that the models wait for. */
public final class Messages {
    public static final String PAYMENT_RECEIVED = "payment-received";
    public static final String PAYMENT_METHOD_CHANGED = "payment-method-changed";
    public static final String RENEWAL_CANCELLED = "renewal-cancelled";
    public static final String RENEWAL_SETTLED = "renewal-settled";
    public static final String LATE_PAYMENT_ACCEPTED = "late-payment-accepted";
    public static final String ITEM_REFUNDED = "item-refunded";
    public static final String INVOICE_CANCELLED = "invoice-cancelled";
    public static final String REKEY_FAILED = "rekey-failed";
    public static final String UPDATE_DEFERRED = "update-deferred";
    public static final String UPDATE_RESUMED = "update-resumed";
    public static final String BIDS_DECLARED_AGAIN = "bids-declared-again";
    public static final String CERTIFICATE_CONFIRMED = "certificate-confirmed";
    public static final String INVOICE_CHANGED = "invoice-changed";
    public static final String SHIPMENT_CHANGED = "shipment-changed";
    public static final String PAYMENT_EXCEPTION_OPENED = "payment-exception-opened";

    private Messages() {}
}
