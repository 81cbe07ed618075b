package org.yanqi.process.payment.reconciliation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.payment.HoldOneSided;
import org.yanqi.process.payment.reconciliation.OneSided.Money;
import org.yanqi.process.record.Actor;

/** Gives money that only one side has its payment exception, with an owner and a deadline. */
@Service
class HoldDifferences {
    private final OneSided store;
    private final HoldOneSided hold;

    HoldDifferences(OneSided store, HoldOneSided hold) {
        this.store = store;
        this.hold = hold;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void open(Actor actor, LocalDate day) {
        for (var money : store.withoutException(day)) {
            exception(actor, money).ifPresent(exception -> store.heldBy(money.difference(), exception));
        }
    }

    private Optional<UUID> exception(Actor actor, Money money) {
        var evidence = "bill of %s%n%s"
                .formatted(money.day(), money.evidence() == null ? "" : money.evidence())
                .strip();
        return money.payment() != null
                ? hold.oursOnly(actor, money.payment(), evidence)
                : hold.channelOnly(
                        actor,
                        money.channel(),
                        money.number(),
                        money.providerNumber(),
                        money.fen(),
                        money.at(),
                        money.payer(),
                        evidence);
    }
}
