package org.yanqi.process.invoicing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A red letter that takes an issued invoice back, because money of its order was refunded.
 *
 * @param restFen what a new invoice is made for afterwards; 0 if none is
 * @param confirmation the 20 digits under which the tax system agreed
 * @param redNumber number of the red invoice
 * @param trouble why it does not go on
 */
public record Correction(
        UUID id,
        UUID caseId,
        UUID invoice,
        String serial,
        String reason,
        long restFen,
        State state,
        @Nullable String confirmation,
        @Nullable String redNumber,
        @Nullable String trouble,
        Instant asked,
        @Nullable Instant ended) {

    /** Where it stands. */
    public enum State {
        ASKED,
        /** The form is with the tax system, which may wait for the buyer's consent. */
        SUBMITTED,
        CONFIRMED,
        /** Refused, or lapsed after 72 hours: finance decides. */
        REFUSED,
        /** The red invoice stands, the old one does not. */
        ISSUED,
        /** The invoice was never issued. */
        NOT_NEEDED,
        GIVEN_UP
    }
}
