package org.yanqi.process.rekey.model;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All key updates. */
public interface KeyUpdates extends JpaRepository<KeyUpdate, UUID> {

    /** Begins the update of an item, once. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into rekey (item, version, case_id, old_certificate, stage, attempt, withdrawn, reminders, changed)
                    values (:item, 0, :caseId, :certificate, 'WAITING_FOR_KEY', 0, false, 0, :now)
                    on conflict do nothing""")
    int beginIfAbsent(UUID item, UUID caseId, UUID certificate, Instant now);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from KeyUpdate u where u.item = :item")
    Optional<KeyUpdate> lock(UUID item);

    /** Items whose update of this certificate is not given up; their rows are still to be locked. */
    @Query("select u.item from KeyUpdate u where u.oldCertificate = :certificate and u.withdrawn = false")
    List<UUID> itemsUpdating(UUID certificate);

    List<KeyUpdate> findByCaseId(UUID caseId);
}
