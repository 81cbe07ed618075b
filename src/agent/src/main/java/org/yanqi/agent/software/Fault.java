package org.yanqi.agent.software;

import java.util.Locale;

/** A failure a software key can be told to have. Stored by its word in the file {@code fault}; gone once it has happened. */
public enum Fault {
    REMOVED_BEFORE_UNLOCK,
    REMOVED_BEFORE_GENERATE,
    REMOVED_BEFORE_SIGN,
    REMOVED_BEFORE_KEEP_REQUEST,
    REMOVED_BEFORE_WRITE,
    REMOVED_BEFORE_IMPORT,
    REMOVED_BEFORE_READ_BACK,
    REMOVED_BEFORE_PROVE,
    REMOVED_BEFORE_ACTIVATE,
    WRITE_FAILED,
    IMPORT_FAILED,
    /** The PIN is locked as if somebody had tried wrong ones; the counter unlocks it. */
    PIN_LOCKED,
    /** The key says it has no memory left. Stays until it is cleared. */
    FULL;

    /** The word in the file and on the page, such as {@code removed-before-write}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault with that word; throws IllegalArgumentException if there is none. */
    public static Fault of(String word) {
        return valueOf(word.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
