package org.yanqi.process.ordering;

/** Where one certificate of an order stands (R6, R8). */
public enum ItemState {
    ORDERED,
    OWED,
    RENEWED,
    /** Settled by staff without a new certificate. */
    SETTLED,
    CANCELLED,
    /** Its money went back before a certificate was issued, or after staff had settled it (R14). */
    REFUNDED
}
