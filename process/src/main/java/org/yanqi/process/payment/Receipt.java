package org.yanqi.process.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that a provider says has arrived, proven.
 *
 * @param number our payment number, as the provider knows it
 * @param fen what arrived
 */
record Receipt(
        Channel channel,
        String number,
        @Nullable String providerNumber,
        long fen,
        Instant at,
        @Nullable String payer,
        String evidence) {}
