package org.yanqi.process.payment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.record.Actor;

/** Asks after open payments whose callback may have been lost, each one less and less often. */
@Component
class QueryOpenPayments extends Pacemaker {
    private static final int AT_ONCE = 50;

    private final PaymentRows payments;
    private final AskProvider ask;
    private final Clock clock;

    QueryOpenPayments(PaymentRows payments, AskProvider ask, Clock clock) {
        super("payment-query", Duration.ofSeconds(5));
        this.payments = payments;
        this.ask = ask;
        this.clock = clock;
    }

    @Override
    protected void beat() {
        payments.toQuery(clock.instant(), Limit.of(AT_ONCE))
                .forEach(id -> ask.ask(Actor.system("query-open-payments"), id));
    }
}
