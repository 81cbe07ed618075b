package org.yanqi.sandbox.wire;

/** A stand-in's refusal in the words of the service it stands for; each renders it in its own format. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final String code;

    /** A refusal with the HTTP status and error code that the real service would use. */
    public Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** As the other constructor, for a refusal that has a cause. */
    public Refusal(int status, String code, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The service's error code. */
    public String code() {
        return code;
    }

    /** The message, never null. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
