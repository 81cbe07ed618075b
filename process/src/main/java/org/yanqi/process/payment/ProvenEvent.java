package org.yanqi.process.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said, proven to come from it for us.
 *
 * @param sender wechat or alipay
 * @param eventId unique by sender; a repeat is the same event
 * @param kind payment or refund
 * @param number our payment or refund number
 * @param state the provider's word, as SUCCESS
 */
public record ProvenEvent(
        String sender,
        String eventId,
        String kind,
        String number,
        @Nullable String providerNumber,
        String state,
        long fen,
        @Nullable Instant at,
        @Nullable String payer,
        String evidence) {}
