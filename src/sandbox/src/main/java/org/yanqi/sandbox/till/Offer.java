package org.yanqi.sandbox.till;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant asks to be paid.
 *
 * @param channel the gateway asked
 * @param outTradeNo the merchant's number
 * @param description what the payer reads
 * @param amount in fen
 * @param notifyUrl where to tell of the payment
 * @param attach handed back unchanged
 * @param expires until when it can be paid; null: as long as the code lives
 * @param fingerprint equal for requests with the same parameters
 */
public record Offer(
        Channel channel,
        String outTradeNo,
        String description,
        long amount,
        String notifyUrl,
        @Nullable String attach,
        @Nullable Instant expires,
        String fingerprint) {}
