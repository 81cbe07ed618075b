package org.yanqi.process.payment;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.SettleReceipt.Telling;
import org.yanqi.process.payment.model.AnswerRow;
import org.yanqi.process.payment.model.AnswerRows;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;
import org.yanqi.process.payment.port.PaymentGateway.Trade;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** Asks the provider how an open payment stands (我已支付, scheduled queries, close) and takes in the answer; called without a transaction. */
@Service
public class AskProvider {
    private static final Logger LOG = LoggerFactory.getLogger(AskProvider.class);
    private static final Actor CLOSER = Actor.system("close-leftover");

    /** How it stood. */
    public enum Standing {
        PAID,
        NOT_PAID,
        UNKNOWN
    }

    private static final Role[] ASKERS = {
        Role.ORGANISATION_ADMINISTRATOR, Role.HOLDER, Role.CUSTOMER_SERVICE, Role.FINANCE, Role.SUPERVISOR, Role.SYSTEM
    };

    private final PaymentRows payments;
    private final AnswerRows answers;
    private final Orders orders;
    private final Gateways gateways;
    private final AcceptEvent inbox;
    private final CloseAttempt close;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AskProvider(
            PaymentRows payments,
            AnswerRows answers,
            Orders orders,
            Gateways gateways,
            AcceptEvent inbox,
            CloseAttempt close,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.payments = payments;
        this.answers = answers;
        this.orders = orders;
        this.gateways = gateways;
        this.inbox = inbox;
        this.close = close;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @throws NotFound if the payment is not of the actor's organisation */
    public Standing ask(Actor actor, UUID payment) {
        actor.require(ASKERS);
        var known = Objects.requireNonNull(transaction.execute(status -> {
            var row = payments.findById(payment).orElseThrow(() -> new NotFound("payment " + payment));
            orders.seen(actor, row.order());
            return row.view();
        }));
        if (known.paidFen() != null) {
            return Standing.PAID;
        }
        try {
            return takeIn(known, gateways.of(known.channel()).query(known.number()));
        } catch (NoAnswer noAnswer) {
            LOG.info("no answer about payment {}: {}", known.number(), noAnswer.getMessage());
            return Standing.UNKNOWN;
        }
    }

    private Standing takeIn(Payment known, Trade trade) throws NoAnswer {
        var money = trade.state() == Trade.State.PAID || trade.state() == Trade.State.REFUNDED;
        transaction.executeWithoutResult(status -> {
            answers.save(new AnswerRow(
                    known.number(),
                    "query",
                    trade.state().name(),
                    trade.providerNumber(),
                    trade.fen(),
                    trade.evidence(),
                    clock.instant()));
            if (money) {
                inbox.accept(ProvenEvent.learned(known.channel(), known.number(), trade));
            } else {
                payments.findById(known.id()).filter(row -> !row.isOpen()).ifPresent(PaymentRow::queryNoMore);
            }
        });
        if (!money) {
            closeLeftover(known);
        }
        return trade.state() == Trade.State.PAID ? Standing.PAID : Standing.NOT_PAID;
    }

    /** An attempt that was opened while its order ended, so that the order's close did not see it: nobody may pay it any more. */
    private void closeLeftover(Payment known) throws NoAnswer {
        var left = Boolean.TRUE.equals(transaction.execute(status -> {
            var ended = orders.one(known.order()).state() != OrderState.PLACED;
            return ended
                    && payments.findById(known.id()).filter(PaymentRow::isOpen).isPresent();
        }));
        if (left) {
            var trade = gateways.of(known.channel()).close(known.number());
            close.heard(known, trade);
            transaction.executeWithoutResult(
                    status -> close.closed(CLOSER, known.id(), trade, Telling.BY_MESSAGE_OR_EXCEPTION));
        }
    }
}
