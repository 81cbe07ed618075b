package org.yanqi.process.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Reads and moves orders; called by the renewal. */
@Service
public class Orders {
    /** What is ordered. */
    public record NewItem(UUID certificate, List<String> oldPlatforms, List<String> newPlatforms, long fen) {}

    public Order place(Actor actor, UUID caseId, UUID organisation, List<NewItem> items, Instant payUntil) {
        throw new UnsupportedOperationException();
    }

    public Optional<Order> ofCase(UUID caseId) {
        throw new UnsupportedOperationException();
    }

    public Optional<Order> byNumber(String number) {
        throw new UnsupportedOperationException();
    }

    public Order one(UUID id) {
        throw new UnsupportedOperationException();
    }

    public Order withItem(UUID item) {
        throw new UnsupportedOperationException();
    }

    /** Locks the order's row first, before payment or engine. */
    public Order lock(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Refuses a repeat (R5); fixes the terms (R3). */
    public Order paid(Actor actor, UUID id, Instant at) {
        throw new UnsupportedOperationException();
    }

    public Order cancelled(Actor actor, UUID id, String reason) {
        throw new UnsupportedOperationException();
    }

    public Order closed(Actor actor, UUID id) {
        throw new UnsupportedOperationException();
    }

    public Order itemEnded(Actor actor, UUID item, ItemState end, String reason) {
        throw new UnsupportedOperationException();
    }

    public List<Order> visibleTo(Actor actor) {
        throw new UnsupportedOperationException();
    }
}
