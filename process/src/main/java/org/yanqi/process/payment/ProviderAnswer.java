package org.yanqi.process.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answered to a question of ours.
 *
 * @param number our payment or refund number
 * @param verb what we asked: open, refresh, query, close, refund, ask-refund
 * @param state what the answer means to us
 * @param evidence the answer's own words, secrets removed
 */
public record ProviderAnswer(
        String number,
        String verb,
        String state,
        @Nullable String providerNumber,
        long fen,
        String evidence,
        Instant at) {}
