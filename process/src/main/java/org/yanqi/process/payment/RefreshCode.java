package org.yanqi.process.payment;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.payment.port.PaymentGateway;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Fetches a fresh QR code for an open payment; called without a transaction. */
@Service
public class RefreshCode {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshCode.class);

    private final PaymentRows payments;
    private final Orders orders;
    private final Gateways gateways;
    private final AppendToRecord log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RefreshCode(
            PaymentRows payments,
            Orders orders,
            Gateways gateways,
            AppendToRecord log,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.gateways = gateways;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Asked(Payment payment, Order order) {}

    /** @throws NotFound if the payment is of an order that this actor does not see */
    public Outcome<Payment> refresh(Actor actor, UUID payment) {
        actor.require(Role.ORGANISATION_ADMINISTRATOR, Role.HOLDER, Role.CUSTOMER_SERVICE);
        var asked = Objects.requireNonNull(transaction.execute(status -> {
            var row = payments.findById(payment).orElseThrow(() -> new NotFound("payment " + payment));
            return new Asked(row.view(), orders.seen(actor, row.order()));
        }));
        if (asked.payment().state() != PaymentState.OPEN || asked.order().state() != OrderState.PLACED) {
            return Outcome.refused(Refusal.of("refusal.payment-not-open"));
        }
        if (!clock.instant().isBefore(asked.order().payUntil())) {
            return Outcome.refused(Refusal.of("refusal.payment-window-over"));
        }
        try {
            var code = gateways.of(asked.payment().channel())
                    .open(
                            asked.payment().number(),
                            asked.payment().fen(),
                            asked.order().number(),
                            asked.order().payUntil());
            return Objects.requireNonNull(transaction.execute(status -> show(actor, payment, code)));
        } catch (PaymentGateway.NoAnswer noAnswer) {
            LOG.info("no fresh code for payment {}: {}", asked.payment().number(), noAnswer.getMessage());
            return Outcome.refused(Refusal.of("refusal.payment-provider-silent"));
        } catch (PaymentGateway.Refused refused) {
            LOG.warn("no fresh code for payment {}: {}", asked.payment().number(), refused.getMessage());
            return Outcome.refused(Refusal.of("refusal.payment-provider-refused"));
        }
    }

    private Outcome<Payment> show(Actor actor, UUID payment, PaymentGateway.Code code) {
        var row = payments.findById(payment).filter(PaymentRow::isOpen);
        if (row.isEmpty()) {
            return Outcome.refused(Refusal.of("refusal.payment-not-open"));
        }
        row.get().show(code.content(), code.expires());
        log.append(
                actor,
                row.get().caseId(),
                "payment " + row.get().number(),
                "payment-code-refreshed",
                Map.of("number", row.get().number()));
        return Outcome.accepted(row.get().view());
    }
}
