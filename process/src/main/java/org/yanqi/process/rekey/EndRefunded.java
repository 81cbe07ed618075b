package org.yanqi.process.rekey;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.rekey.model.KeyUpdates;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/** Ends the update of a key whose money goes back; called behind the order's lock, which issuing takes too. */
@Service
public class EndRefunded {
    private final KeyUpdates updates;
    private final Signals signals;
    private final Clock clock;

    EndRefunded(KeyUpdates updates, Signals signals, Clock clock) {
        this.updates = updates;
        this.signals = signals;
        this.clock = clock;
    }

    /** Why the item's money cannot go back: a certificate was issued for it, or is being issued at this moment. */
    @Transactional(readOnly = true)
    public Optional<Refusal> hindrance(OrderItem item) {
        return updates.findById(item.id()).flatMap(update -> hindrance(item, update));
    }

    private static Optional<Refusal> hindrance(OrderItem item, KeyUpdate update) {
        if (item.state() == ItemState.SETTLED) {
            // staff settled it, and whatever had been issued was revoked before
            return Optional.empty();
        }
        if (update.isIssuing()) {
            return Optional.of(Refusal.at("items", "refusal.refund-being-issued"));
        }
        return update.newCertificate() == null
                ? Optional.empty()
                : Optional.of(Refusal.at("items", "refusal.refund-certificate-issued"));
    }

    /** As {@link #hindrance(OrderItem)}, and the update's row stays locked: the answer holds until the caller has committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Refusal> lockAgainstIssue(UUID caseId, OrderItem item) {
        return hindrance(item, locked(caseId, item));
    }

    /**
     * Takes no request of the key any more, and ends its process.
     *
     * @throws IllegalStateException if a certificate was issued, or is being issued
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID caseId, OrderItem item) {
        KeyUpdate update = locked(caseId, item);
        if (hindrance(item, update).isPresent()) {
            throw new IllegalStateException("the update of item " + item.id() + " cannot be ended by a refund");
        }
        if (!update.isWithdrawn()) {
            update.withdrawn(clock.instant());
            signals.correlate(Messages.ITEM_REFUNDED, item.id().toString(), Map.of());
        }
    }

    private KeyUpdate locked(UUID caseId, OrderItem item) {
        updates.beginIfAbsent(item.id(), caseId, item.certificate(), clock.instant());
        return updates.lock(item.id()).orElseThrow();
    }
}
