package org.yanqi.sandbox.till;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order at a gateway with everything that happened to it.
 *
 * @param offer what the merchant asked
 * @param token the unguessable end of the QR code's address
 * @param tokenUntil when the QR code dies
 * @param opened when it was first asked
 * @param scanned when somebody first opened the phone page
 * @param closed when the merchant closed it
 * @param failures how often paying failed
 * @param payments the money that came in; more than one only in rehearsals
 * @param refunds the money that goes back
 */
public record Purchase(
        Offer offer,
        String token,
        Instant tokenUntil,
        Instant opened,
        @Nullable Instant scanned,
        @Nullable Instant closed,
        int failures,
        List<Payment> payments,
        List<Refund> refunds) {

    /** The key under which it is kept. */
    public String key() {
        return key(offer.channel(), offer.outTradeNo());
    }

    static String key(Channel channel, String outTradeNo) {
        return channel + ":" + outTradeNo;
    }

    /** The first payment, which is the one the gateway counts. */
    public Optional<Payment> payment() {
        return payments.stream().findFirst();
    }

    /** The payment with this transaction number. */
    public Optional<Payment> payment(String transaction) {
        return payments.stream()
                .filter(p -> p.transaction().equals(transaction))
                .findFirst();
    }

    /** The refund with this merchant's number. */
    public Optional<Refund> refund(String number) {
        return refunds.stream().filter(r -> r.number().equals(number)).findFirst();
    }

    /** What went back or is on its way back of this payment, in fen. */
    public long refunded(String transaction) {
        return refunds.stream()
                .filter(r -> r.transaction().equals(transaction) && r.state() != Refund.State.ABNORMAL)
                .mapToLong(Refund::amount)
                .sum();
    }

    /** Whether nobody paid and nobody closed it. */
    public boolean waiting() {
        return payments.isEmpty() && closed == null;
    }

    Purchase scan(Instant at) {
        Instant first = scanned == null ? at : scanned;
        return new Purchase(offer, token, tokenUntil, opened, first, closed, failures, payments, refunds);
    }

    Purchase close(Instant at) {
        Instant first = closed == null ? at : closed;
        return new Purchase(offer, token, tokenUntil, opened, scanned, first, failures, payments, refunds);
    }

    Purchase fail() {
        return new Purchase(offer, token, tokenUntil, opened, scanned, closed, failures + 1, payments, refunds);
    }

    Purchase pay(Payment payment) {
        List<Payment> more = new ArrayList<>(payments);
        more.add(payment);
        return new Purchase(offer, token, tokenUntil, opened, scanned, closed, failures, List.copyOf(more), refunds);
    }

    Purchase code(String fresh, Instant until) {
        return new Purchase(offer, fresh, until, opened, scanned, closed, failures, payments, refunds);
    }

    Purchase refund(Refund refund) {
        List<Refund> more = new ArrayList<>(refunds);
        more.removeIf(r -> r.number().equals(refund.number()));
        more.add(refund);
        return new Purchase(offer, token, tokenUntil, opened, scanned, closed, failures, payments, List.copyOf(more));
    }
}
