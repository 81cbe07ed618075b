package org.yanqi.process.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.record.Actor;

/** Opens the payment exception of money that only the channel's bill has, or only we have. */
@Service
public class HoldOneSided {
    private final OpenException exceptions;
    private final PaymentRows payments;
    private final Orders orders;
    private final JdbcClient database;

    HoldOneSided(OpenException exceptions, PaymentRows payments, Orders orders, JdbcClient database) {
        this.exceptions = exceptions;
        this.payments = payments;
        this.orders = orders;
        this.database = database;
    }

    /**
     * Money in the channel's bill that we never counted.
     *
     * @param number our payment number, as the channel knows it; null if the channel told none
     * @return the exception that holds it, this one or an earlier one; empty if there is none after all
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> channelOnly(
            Actor actor,
            Channel channel,
            @Nullable String number,
            String providerNumber,
            long fen,
            Instant at,
            @Nullable String payer,
            String evidence) {
        var order = number == null ? null : orderOf(number, channel);
        var receipt = new Receipt(
                channel, number == null ? providerNumber : number, providerNumber, fen, at, payer, evidence);
        exceptions.open(actor, ExceptionKind.CHANNEL_ONLY, receipt, null, order);
        return database
                .sql("""
                        select id from payment_exception
                        where channel = :channel and provider_number = :provider and kind <> 'OURS_ONLY'
                        order by opened desc
                        """)
                .param("channel", channel.name())
                .param("provider", providerNumber)
                .query(UUID.class)
                .stream()
                .findFirst();
    }

    /** Money that we counted and the channel's bills do not have. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> oursOnly(Actor actor, UUID payment, String evidence) {
        var row = payments.findById(payment).orElseThrow();
        var seen = row.view();
        var fen = seen.paidFen();
        var at = seen.paid();
        if (fen == null || at == null) {
            return Optional.empty();
        }
        exceptions.open(
                actor,
                ExceptionKind.OURS_ONLY,
                new Receipt(row.channel(), row.number(), row.providerNumber(), fen, at, seen.payer(), evidence),
                row,
                orders.one(row.order()));
        return database
                .sql("select id from payment_exception where payment_id = :payment and kind = 'OURS_ONLY'")
                .param("payment", payment)
                .query(UUID.class)
                .stream()
                .findFirst();
    }

    private @Nullable Order orderOf(String number, Channel channel) {
        return payments.findByNumber(number)
                .filter(row -> row.channel() == channel)
                .map(PaymentRow::order)
                .map(orders::one)
                .orElse(null);
    }
}
