package org.yanqi.process.certificate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the life of the certificates on one key.
 *
 * @param certificate the pair to which it happened
 * @param serial its serial
 * @param reason word for why it ended, if it did
 */
public record LifeEvent(
        What what,
        Instant at,
        UUID certificate,
        String serial,
        @Nullable String reason) {

    /** In the order in which they happen. */
    public enum What {
        ISSUED,
        /** Proven by the key in place of the one before (R7). */
        RENEWED,
        SUPERSEDED,
        REVOKED,
        /** Its last day, passed or to come. */
        EXPIRES
    }
}
