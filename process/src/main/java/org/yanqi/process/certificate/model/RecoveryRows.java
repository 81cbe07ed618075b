package org.yanqi.process.certificate.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.yanqi.process.certificate.KeyRecovery;

/** Stored recoveries. */
public interface RecoveryRows extends Repository<RecoveryRow, UUID> {
    RecoveryRow save(RecoveryRow row);

    Optional<RecoveryRow> findById(UUID id);

    List<RecoveryRow> findByCertificateOrderByAskedDesc(UUID certificate);

    boolean existsByCertificateAndStateIn(UUID certificate, Collection<KeyRecovery.State> states);
}
