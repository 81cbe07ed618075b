package org.yanqi.process.ordering.model;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** By the natural key, which the session remembers; a query would be sent each time, after a flush. */
class OrderOfCaseImpl implements OrderOfCase {
    private final EntityManager entities;

    OrderOfCaseImpl(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<OrderRow> findByCaseId(UUID caseId) {
        return entities.unwrap(Session.class).bySimpleNaturalId(OrderRow.class).loadOptional(caseId);
    }
}
