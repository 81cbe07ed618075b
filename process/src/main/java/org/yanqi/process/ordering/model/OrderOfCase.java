package org.yanqi.process.ordering.model;

import java.util.Optional;
import java.util.UUID;

/** Finds the one order of a case; asked again within a transaction, it asks the database once. */
public interface OrderOfCase {
    Optional<OrderRow> findByCaseId(UUID caseId);
}
