package org.yanqi.process.certificate.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored revocations. */
public interface RevocationRows extends Repository<RevocationRow, UUID> {
    RevocationRow save(RevocationRow row);

    Optional<RevocationRow> findById(UUID id);

    List<RevocationRow> findByCertificateOrderByAskedDesc(UUID certificate);
}
