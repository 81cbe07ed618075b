package org.yanqi.sandbox.till;

import java.time.Instant;

/**
 * Money that a person paid.
 *
 * @param transaction the gateway's own number
 * @param amount in fen
 * @param at when
 */
public record Payment(String transaction, long amount, Instant at) {}
