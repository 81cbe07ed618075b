package org.yanqi.process.rekey;

/** A ticket that proves nothing: not ours, for another item or operation, or too old. */
public class TicketRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code ticket-invalid or ticket-expired */
    public TicketRefused(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
