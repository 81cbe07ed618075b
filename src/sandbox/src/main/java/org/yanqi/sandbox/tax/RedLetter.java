package org.yanqi.sandbox.tax;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A red letter as the channel keeps it.
 *
 * @param id the channel's own
 * @param serial the issuer's unique serial
 * @param kind of the invoice it takes back: 81 e-special, 82 e-ordinary
 * @param number of that invoice
 * @param reason 01 issued in error, 02 returned, 03 service stopped, 04 allowance
 * @param gross fen
 * @param state where it stands
 * @param confirmation the 20 digits of the confirmation form
 * @param redNumber the 20 digits of the red invoice
 * @param refusal why the buyer said no
 * @param filed when the form came in
 * @param issuedAt when the red invoice was issued
 */
public record RedLetter(
        String id,
        String serial,
        String kind,
        String number,
        String reason,
        long gross,
        State state,
        @Nullable String confirmation,
        @Nullable String redNumber,
        @Nullable String refusal,
        Instant filed,
        @Nullable Instant issuedAt) {

    /** Where a red letter stands. */
    public enum State {
        /** The buyer has used the invoice and must agree. */
        AWAITING_CONSENT,
        /** It may be issued. */
        CONFIRMED,
        /** The buyer said no. */
        REFUSED,
        /** Nobody agreed in time. */
        LAPSED,
        /** The red invoice stands. */
        ISSUED
    }

    RedLetter confirm(String digits) {
        return with(State.CONFIRMED, digits, null, null, null);
    }

    RedLetter refuse(String why) {
        return with(State.REFUSED, null, null, why, null);
    }

    RedLetter lapse() {
        return with(State.LAPSED, null, null, null, null);
    }

    RedLetter issue(String digits, Instant at) {
        return with(State.ISSUED, confirmation, digits, null, at);
    }

    private RedLetter with(
            State next, @Nullable String confirmed, @Nullable String red, @Nullable String why, @Nullable Instant at) {
        return new RedLetter(id, serial, kind, number, reason, gross, next, confirmed, red, why, filed, at);
    }
}
