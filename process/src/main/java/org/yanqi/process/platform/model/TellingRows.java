package org.yanqi.process.platform.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored tellings. */
public interface TellingRows extends Repository<TellingRow, String> {
    List<TellingRow> findByCaseIdAndToldIsNullOrderByOnceKey(UUID caseId);

    /** @return 0 if the key is there already */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
                    insert into platform_telling (once_key, case_id, platform, tax_number, serial, holder, starts, ends)
                    values (:key, :caseId, :platform, :taxNumber, :serial, :holder, :starts, :ends)
                    on conflict do nothing""")
    int insertIfAbsent(
            String key,
            UUID caseId,
            String platform,
            String taxNumber,
            String serial,
            String holder,
            LocalDate starts,
            LocalDate ends);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(
            nativeQuery = true,
            value = "delete from platform_telling where case_id = :caseId and once_key like :keys and told is null")
    int drop(UUID caseId, String keys);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(nativeQuery = true, value = "update platform_telling set told = :at where once_key = :key and told is null")
    int markTold(String key, Instant at);
}
