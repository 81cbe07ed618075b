package org.yanqi.process.renewal.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored decisions to give an order's money back. */
public interface OrderRefundRows extends Repository<OrderRefundRow, UUID> {
    OrderRefundRow save(OrderRefundRow row);

    Optional<OrderRefundRow> findById(UUID id);

    List<OrderRefundRow> findByCaseIdOrderByDecided(UUID caseId);
}
