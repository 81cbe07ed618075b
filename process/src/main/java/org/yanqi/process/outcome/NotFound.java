package org.yanqi.process.outcome;

/** What was asked for does not exist, or not for this actor: the two look alike from outside, on purpose. */
public class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String what) {
        super(what);
    }
}
