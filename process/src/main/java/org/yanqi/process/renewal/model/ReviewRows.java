package org.yanqi.process.renewal.model;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored reviews. */
public interface ReviewRows extends Repository<ReviewRow, UUID> {
    ReviewRow save(ReviewRow row);

    Optional<ReviewRow> findById(UUID id);

    Optional<ReviewRow> findTopByCertificateOrderByAskedDesc(UUID certificate);

    boolean existsByCertificateAndState(UUID certificate, ReviewRow.State state);
}
