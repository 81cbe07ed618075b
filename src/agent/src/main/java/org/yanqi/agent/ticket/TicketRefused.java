package org.yanqi.agent.ticket;

/** A ticket is not one the agent acts on; the code says why, in the words of the wire. */
public final class TicketRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public TicketRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public TicketRefused(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    /** Why it is refused. */
    public Reason reason() {
        return reason;
    }

    /** The reasons, each with its code. */
    public enum Reason {
        TICKET_INVALID("ticket-invalid"),
        TICKET_EXPIRED("ticket-expired"),
        WRONG_ORIGIN("wrong-origin"),
        OPERATION_UNKNOWN("operation-unknown"),
        /** The product's public keys could not be fetched. */
        KEYS_UNREACHABLE("product-unreachable");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The code on the wire. */
        public String code() {
            return code;
        }
    }
}
