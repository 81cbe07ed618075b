package org.yanqi.process.outcome;

/** Somebody tried what their role, organisation or four-eyes rule does not permit; the screens show a 403 page. */
public class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String what) {
        super(what);
    }
}
