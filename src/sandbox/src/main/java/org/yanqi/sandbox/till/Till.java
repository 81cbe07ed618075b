package org.yanqi.sandbox.till;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.Shelf;
import org.yanqi.sandbox.wire.Shelves;

/**
 * Keeps the purchases of both gateways. It lets through what real gateways never do (another amount, a second payment, a
 * payment after closing), because exactly that is to be rehearsed.
 */
public final class Till {
    /** How long a QR code lives. */
    public static final Duration CODE_LIFE = Duration.ofHours(2);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

    private final Clock clock;
    private final Shelf<Purchase> purchases;
    private final Map<Channel, TillListener> listeners = new EnumMap<>(Channel.class);
    private final Map<String, String> keysByToken = new ConcurrentHashMap<>();

    /** A till with what was in it before. */
    public Till(Clock clock, Shelves shelves) {
        this.clock = clock;
        this.purchases = shelves.open("purchases", Purchase.class);
        purchases.all().forEach(p -> keysByToken.put(p.token(), p.key()));
    }

    /** Tells a gateway of its purchases from now on. */
    public void listen(Channel channel, TillListener listener) {
        listeners.put(channel, listener);
    }

    /** The purchase for this offer, opened if it is the first one; a dead QR code is replaced by a fresh one. */
    public Purchase open(Offer offer) {
        Instant now = clock.instant();
        String key = Purchase.key(offer.channel(), offer.outTradeNo());
        purchases.findOrMake(
                key,
                () -> new Purchase(
                        offer, Crypto.word(24), now.plus(CODE_LIFE), now, null, null, 0, List.of(), List.of()));
        Purchase purchase = change(
                key,
                p -> p.waiting() && !now.isBefore(p.tokenUntil()) ? p.code(Crypto.word(24), now.plus(CODE_LIFE)) : p);
        keysByToken.put(purchase.token(), key);
        return purchase;
    }

    /** The purchase behind a QR code; a dead code finds nothing. */
    public Optional<Purchase> behind(String token) {
        String key = keysByToken.get(token);
        return key == null
                ? Optional.empty()
                : purchases.find(key).filter(p -> p.token().equals(token));
    }

    /** The purchase with this merchant's number. */
    public Optional<Purchase> find(Channel channel, String outTradeNo) {
        return purchases.find(Purchase.key(channel, outTradeNo));
    }

    /** The purchase paid by this transaction. */
    public Optional<Purchase> findPaidBy(Channel channel, String transaction) {
        return purchases.last(
                p -> p.offer().channel() == channel && p.payment(transaction).isPresent());
    }

    /** The purchase with a refund of this merchant's number. */
    public Optional<Purchase> findRefundedAs(Channel channel, String number) {
        return purchases.last(
                p -> p.offer().channel() == channel && p.refund(number).isPresent());
    }

    /** All purchases, oldest first. */
    public List<Purchase> all() {
        return purchases.all();
    }

    /** Somebody looks at the phone page. */
    public void scan(Purchase purchase) {
        change(purchase.key(), p -> p.scan(clock.instant()));
    }

    /** Somebody tries to pay and it does not work. */
    public void fail(Purchase purchase) {
        change(purchase.key(), Purchase::fail);
    }

    /**
     * Somebody pays.
     *
     * @param amount in fen, usually the amount asked
     * @throws Refusal 400 if it is not positive or beyond a million yuan
     */
    public Payment pay(Purchase purchase, long amount) {
        if (amount <= 0 || amount > 100_000_000) {
            throw new Refusal(400, "BAD_AMOUNT", "金额须在 0.01 至 1000000.00 元之间");
        }
        Instant now = clock.instant();
        boolean wechat = purchase.offer().channel() == Channel.WECHAT;
        String number = wechat
                ? "4200" + Crypto.digits(6) + DAY.format(now) + Crypto.digits(10)
                : DAY.format(now) + "22001" + Crypto.digits(15);
        Payment payment = new Payment(number, amount, now);
        Purchase paid = change(purchase.key(), p -> p.scan(now).pay(payment));
        listener(paid).paid(paid, payment);
        return payment;
    }

    /** The merchant closes it. */
    public Purchase close(Purchase purchase) {
        return change(purchase.key(), p -> p.payments().isEmpty() ? p.close(clock.instant()) : p);
    }

    /**
     * The merchant asks for money back. Repeats under the same number change nothing.
     *
     * @param number the merchant's number
     * @param amount in fen
     * @throws Refusal 400 if more would go back than came in
     */
    public Refund refund(Purchase purchase, Payment from, String number, long amount, String reason, String notifyUrl) {
        String id = "5030" + Crypto.digits(20);
        return change(purchase.key(), p -> {
                    if (p.refund(number).isPresent()) {
                        return p;
                    }
                    if (amount <= 0 || p.refunded(from.transaction()) + amount > from.amount()) {
                        throw new Refusal(400, "REFUND_TOO_MUCH", "退款金额大于可退金额");
                    }
                    return p.refund(new Refund(
                            id,
                            number,
                            from.transaction(),
                            amount,
                            reason,
                            notifyUrl.isBlank() ? null : notifyUrl,
                            Refund.State.PROCESSING,
                            clock.instant(),
                            null));
                })
                .refund(number)
                .orElseThrow();
    }

    /** A refund that was under way reaches its end. */
    public void settle(String key, String number, Refund.State end) {
        Purchase before = purchases.find(key).orElseThrow();
        Refund refund = before.refund(number).orElseThrow();
        if (refund.state() == Refund.State.PROCESSING) {
            Purchase after = change(key, p -> p.refund(refund.settle(end, clock.instant())));
            listener(after).refunded(after, after.refund(number).orElseThrow());
        }
    }

    private Purchase change(String key, UnaryOperator<Purchase> by) {
        return purchases.change(key, by).orElseThrow();
    }

    private TillListener listener(Purchase purchase) {
        TillListener listener = listeners.get(purchase.offer().channel());
        if (listener == null) {
            throw new IllegalStateException("nobody runs " + purchase.offer().channel());
        }
        return listener;
    }
}
