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
    /** Smaller than the id of any difference. */
    static final UUID FIRST = new UUID(0, 0);

    private static final int AT_ONCE = 100;

    private final OneSided store;
    private final HoldOneSided hold;

    HoldDifferences(OneSided store, HoldOneSided hold) {
        this.store = store;
        this.hold = hold;
    }

    /**
     * One batch, in the order of the differences' ids.
     *
     * @param after the id behind which to go on, {@link #FIRST} to begin with
     * @return the last one's id; empty if there was none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<UUID> open(Actor actor, LocalDate day, UUID after) {
        var batch = store.withoutException(day, after, AT_ONCE);
        for (var money : batch) {
            exception(actor, money).ifPresent(exception -> store.heldBy(money.difference(), exception));
        }
        return batch.isEmpty()
                ? Optional.empty()
                : Optional.of(batch.get(batch.size() - 1).difference());
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
