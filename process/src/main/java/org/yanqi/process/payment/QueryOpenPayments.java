package org.yanqi.process.payment;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.record.Actor;

/** Asks after open payments whose callback may have been lost, each one less and less often; nodes share them by taking turns. */
@Component
class QueryOpenPayments extends Pacemaker {
    private static final Logger LOG = LoggerFactory.getLogger(QueryOpenPayments.class);
    private static final Actor ACTOR = Actor.system("query-open-payments");

    private final PaymentRows payments;
    private final AskProvider ask;
    private final PaymentSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    QueryOpenPayments(
            PaymentRows payments,
            AskProvider ask,
            PaymentSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        super("payment-query", settings.queryEvery());
        this.payments = payments;
        this.ask = ask;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    protected void beat() {
        for (var payment : Objects.requireNonNull(transaction.execute(status -> take()))) {
            try {
                ask.ask(ACTOR, payment);
            } catch (RuntimeException one) {
                LOG.warn("payment {} could not be asked after; its next turn comes", payment, one);
            }
        }
    }

    /** Their next turns are set before anybody is asked, so that one that fails holds up none of the others. */
    private List<UUID> take() {
        var now = clock.instant();
        var taken = payments.lockToQuery(now, settings.queriesAtOnce()).stream()
                .map(UUID::fromString)
                .toList();
        taken.forEach(id ->
                payments.findById(id).ifPresent(row -> row.queryAt(now.plus(settings.queryPause(row.queries())))));
        return taken;
    }
}
