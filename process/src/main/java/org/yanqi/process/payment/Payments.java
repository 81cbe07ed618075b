package org.yanqi.process.payment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.DrawNumber;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.payment.model.RefundRow;
import org.yanqi.process.payment.model.RefundRows;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** Reads payments and does what the payment page offers. */
@Service
public class Payments {
    private static final List<PaymentState> OPEN = List.of(PaymentState.CREATED, PaymentState.OPEN);

    private final PaymentRows payments;
    private final RefundRows refunds;
    private final Orders orders;
    private final DrawNumber numbers;
    private final Gateways gateways;
    private final PaymentSettings settings;
    private final AppendToRecord log;
    private final Clock clock;

    Payments(
            PaymentRows payments,
            RefundRows refunds,
            Orders orders,
            DrawNumber numbers,
            Gateways gateways,
            PaymentSettings settings,
            AppendToRecord log,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.orders = orders;
        this.numbers = numbers;
        this.gateways = gateways;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /** The channels that are configured; the payment page offers no other. */
    public Set<Channel> offered() {
        return gateways.offered();
    }

    @Transactional(readOnly = true)
    public List<Payment> ofOrder(UUID order) {
        return payments.findByOrderIdOrderByOpened(order).stream()
                .map(PaymentRow::view)
                .toList();
    }

    /** The attempt that is open now. */
    @Transactional(readOnly = true)
    public Optional<Payment> current(UUID order) {
        return payments.findByOrderIdAndStateIn(order, OPEN).stream()
                .findFirst()
                .map(PaymentRow::view);
    }

    @Transactional(readOnly = true)
    public List<Refund> refundsOf(UUID payment) {
        return refunds.findByPaymentIdOrderByAsked(payment).stream()
                .map(RefundRow::view)
                .toList();
    }

    /**
     * Creates the next attempt; the worker for {@code open-payment} calls it before the provider. An attempt that is open
     * on the same channel is given again, so that a repeat opens nothing twice.
     *
     * @throws IllegalStateException if another channel's attempt is open, or the order is not to be paid any more
     */
    @Transactional
    public Payment begin(Actor actor, UUID order, Channel channel) {
        var locked = orders.lock(order);
        var open = payments.findByOrderIdAndStateIn(order, OPEN).stream().findFirst();
        if (open.isPresent()) {
            if (open.get().channel() != channel) {
                throw new IllegalStateException("close " + open.get().number() + " first");
            }
            return open.get().view();
        }
        if (locked.state() != OrderState.PLACED) {
            throw new IllegalStateException("order " + locked.number() + " is " + locked.state());
        }
        var now = clock.instant();
        var payment = new PaymentRow(numbers.of("payment", "P"), order, locked.caseId(), channel, locked.fen(), now);
        payment.queryAt(now.plus(settings.queryPause(0)));
        payments.save(payment);
        log.append(
                actor,
                locked.caseId(),
                "payment " + payment.number(),
                "payment-begun",
                Map.of("number", payment.number(), "channel", channel.name(), "fen", Long.toString(locked.fen())));
        return payment.view();
    }
}
