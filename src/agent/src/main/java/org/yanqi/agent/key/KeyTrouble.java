package org.yanqi.agent.key;

import org.jspecify.annotations.Nullable;

/** A USB key did not do what it was asked; the kind says what the customer or the counter must do. */
public final class KeyTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public KeyTrouble(Kind kind, String message) {
        this(kind, message, null);
    }

    public KeyTrouble(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What happened. */
    public Kind kind() {
        return kind;
    }

    /** The kinds of trouble, each with its code on the wire. */
    public enum Kind {
        PIN_WRONG("pin-wrong"),
        PIN_LOCKED("pin-locked"),
        KEY_REMOVED("key-removed"),
        KEY_FULL("key-full"),
        WRITE_FAILED("write-failed"),
        IMPORT_FAILED("import-failed"),
        /** A message encrypted to the key's certificate does not open with the key. */
        NOT_DECRYPTED("not-decrypted"),
        /** The key answers, but with nonsense: damaged, or a defect of its driver. */
        UNREADABLE("internal");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The failure code of the wire. */
        public String code() {
            return code;
        }
    }
}
