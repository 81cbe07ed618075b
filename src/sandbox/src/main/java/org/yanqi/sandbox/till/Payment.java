package org.yanqi.sandbox.till;

import java.time.Instant;

/**
 * Money that a person paid.
 *
 * @param transaction the gateway's own number
 * @param amount in fen
 * @param at when
 */
public record Payment(String transaction, long amount, Instant at) {
    /** What the gateway keeps, in fen: 0.6 per cent, rounded half up. */
    public long fee() {
        return (amount * 6 + 500) / 1000;
    }
}
