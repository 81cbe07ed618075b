package org.yanqi.sandbox.till;

/** A gateway that wants to know what happens to its purchases, to tell the merchant. */
public interface TillListener {
    /** Somebody paid. */
    void paid(Purchase purchase, Payment payment);

    /** A refund reached its end. */
    void refunded(Purchase purchase, Refund refund);
}
