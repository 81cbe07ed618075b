package org.yanqi.process.certificate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to get a holder's encryption key back, and what became of it.
 *
 * @param certificate the pair whose encryption key is wanted
 * @param askedBy account of the one who asked
 * @param decidedBy account of the second person
 * @param receiver the pair whose signing key opens the envelope
 */
public record KeyRecovery(
        UUID id,
        UUID certificate,
        State state,
        String reason,
        String askedBy,
        Instant asked,
        @Nullable String decidedBy,
        @Nullable Instant decided,
        @Nullable String answer,
        @Nullable UUID receiver,
        @Nullable Instant recovered) {

    /** How far it came. */
    public enum State {
        ASKED,
        APPROVED,
        REFUSED,
        RECOVERED,
        /** Key management never made it, or the holder has no key in force to hand it over to. */
        NOT_RECOVERED
    }
}
