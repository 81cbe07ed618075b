package org.yanqi.process.platform.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored terms of service. */
public interface EntitlementRows extends Repository<EntitlementRow, UUID> {
    @Query("""
            select e from EntitlementRow e
            where e.certificate = :certificate and e.ends >= :day and e.withdrawn is null
            order by e.starts, e.platform""")
    List<EntitlementRow> from(UUID certificate, LocalDate day);

    List<EntitlementRow> findByCertificateOrderByPlatformAscStartsAsc(UUID certificate);

    @Query("""
            select e from EntitlementRow e
            where e.certificate = :certificate and e.starts <= :day and e.ends >= :day and e.withdrawn is null""")
    List<EntitlementRow> onDay(UUID certificate, LocalDate day);

    EntitlementRow findByOnceKey(String onceKey);

    /** @return 0 if the key is there already */
    @Modifying(flushAutomatically = true, clearAutomatically = false)
    @Query(nativeQuery = true, value = """
                    insert into entitlement
                      (id, certificate, platform, starts, ends, gift, case_id, once_key, created)
                    values (:id, :certificate, :platform, :starts, :ends, :gift, cast(:caseId as uuid), :onceKey, :created)
                    on conflict do nothing""")
    int insertIfAbsent(
            UUID id,
            UUID certificate,
            String platform,
            LocalDate starts,
            LocalDate ends,
            boolean gift,
            @Nullable UUID caseId,
            String onceKey,
            Instant created);

    /** Everything written under keys that begin so. @return how many terms end */
    @Modifying(flushAutomatically = true, clearAutomatically = false)
    @Query("update EntitlementRow e set e.withdrawn = :at where e.onceKey like :beginning and e.withdrawn is null")
    int withdraw(String beginning, Instant at);

    @Modifying(flushAutomatically = true, clearAutomatically = false)
    @Query("update EntitlementRow e set e.certificate = :successor where e.certificate = :certificate")
    int handOn(UUID certificate, UUID successor);
}
