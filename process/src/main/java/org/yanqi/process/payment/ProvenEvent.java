package org.yanqi.process.payment;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.payment.port.PaymentGateway;

/**
 * What a provider said, proven to come from it for us.
 *
 * <p>Refuses to be made ({@link IllegalArgumentException}) of what no provider sends: numbers that are missing, longer than they can
 * be, or not written in printable characters.
 *
 * @param sender wechat or alipay
 * @param eventId unique by sender; a repeat is the same event
 * @param kind payment or refund
 * @param number our payment or refund number
 * @param state SUCCESS if the money moved, {@link #RETURNED} if it came and the provider gave it back by itself, PROCESSING
 *     while a refund is on its way, else the provider's word
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

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_STATE = 32;
    private static final int LONGEST_PAYER = 128;

    public ProvenEvent {
        require(eventId, LONGEST_ID);
        require(number, LONGEST_NUMBER);
        require(state, LONGEST_STATE);
        if (providerNumber != null) {
            require(providerNumber, LONGEST_NUMBER);
        }
        if (payer != null) {
            require(payer, LONGEST_PAYER);
        }
        evidence = evidence.replace("\u0000", "");
    }

    private static void require(String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a number is missing, too long or not printable");
        }
    }

    /** The money came, and the provider gave it back by itself. */
    static final String RETURNED = "RETURNED";

    /** Money of which we heard by asking; the same answer twice is the same event. */
    static ProvenEvent learned(Channel channel, String number, PaymentGateway.Trade trade) {
        var returned = trade.state() == PaymentGateway.Trade.State.REFUNDED;
        return new ProvenEvent(
                channel.name().toLowerCase(Locale.ROOT),
                (returned ? "returned:" : "query:") + number + ":" + trade.providerNumber(),
                "payment",
                number,
                trade.providerNumber(),
                returned ? RETURNED : "SUCCESS",
                trade.fen(),
                trade.at(),
                trade.payer(),
                trade.evidence());
    }
}
