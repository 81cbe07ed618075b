package org.yanqi.process.payment;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.payment.port.PaymentGateway;

/**
 * What a provider said, proven to come from it for us.
 *
 * @param sender wechat or alipay
 * @param eventId unique by sender; a repeat is the same event
 * @param kind payment or refund
 * @param number our payment or refund number
 * @param state SUCCESS if the money moved, PROCESSING while a refund is on its way, else the provider's word
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
        String evidence) {

    /** Money of which we heard by asking; the same answer twice is the same event. */
    static ProvenEvent learned(Channel channel, String number, PaymentGateway.Trade trade) {
        return new ProvenEvent(
                channel.name().toLowerCase(Locale.ROOT),
                "query:" + number + ":" + trade.providerNumber(),
                "payment",
                number,
                trade.providerNumber(),
                "SUCCESS",
                trade.fen(),
                trade.at(),
                trade.payer(),
                trade.evidence());
    }
}
