package org.yanqi.process.payment.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.process.payment.AskProvider;
import org.yanqi.process.payment.Gateways;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;
import org.yanqi.process.payment.reconciliation.OneSided.Money;
import org.yanqi.process.record.Actor;

/**
 * Asks the channel once about money that only one side has, before it becomes an exception. What was paid and never heard
 * of is counted by this like any late callback. Called without a transaction.
 */
@Service
public class AskAboutOneSided {
    private static final Logger LOG = LoggerFactory.getLogger(AskAboutOneSided.class);
    private static final Actor ACTOR = Actor.system("reconciliation");
    private static final int AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final OneSided store;
    private final AskProvider ask;
    private final Gateways gateways;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AskAboutOneSided(
            OneSided store,
            AskProvider ask,
            Gateways gateways,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.ask = ask;
        this.gateways = gateways;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @return true if there is more to ask, or an answer is being taken in: the day is to be compared once more */
    public boolean ask(LocalDate day) {
        var asking = store.notAsked(day, AT_ONCE);
        for (var money : asking) {
            var evidence = ask(money);
            transaction.executeWithoutResult(status -> store.asked(money.difference(), evidence));
        }
        return asking.size() == AT_ONCE
                || store.isHeardOf(day, BillDay.stored(clock.instant().minus(PATIENCE)));
    }

    private String ask(Money money) {
        var number = money.number();
        if (number == null || !gateways.offered().contains(money.channel())) {
            return "";
        }
        try {
            var waiting = money.payment() == null ? waiting(money, number) : Optional.<UUID>empty();
            if (waiting.isPresent()) {
                return "asked: " + ask.ask(ACTOR, waiting.get());
            }
            return gateways.of(money.channel()).query(number).evidence();
        } catch (NoAnswer noAnswer) {
            LOG.info("no answer about {}: {}", number, noAnswer.getMessage());
            return "";
        }
    }

    /** Our payment of this number, if its money has not been counted. */
    private Optional<UUID> waiting(Money money, String number) {
        return database.sql("select id from payment where channel = :channel and number = :number and paid_fen is null")
                .param("channel", money.channel().name())
                .param("number", number)
                .query(UUID.class)
                .optional();
    }
}
