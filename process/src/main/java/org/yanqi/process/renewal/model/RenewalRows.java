package org.yanqi.process.renewal.model;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored cases. */
public interface RenewalRows extends Repository<RenewalRow, UUID> {
    RenewalRow save(RenewalRow row);

    Optional<RenewalRow> findById(UUID id);

    List<RenewalRow> findByIdIn(Collection<UUID> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from RenewalRow r where r.id = :id")
    Optional<RenewalRow> lock(UUID id);

    @Query("select r from RenewalRow r where r.organisation = :organisation order by r.touched desc")
    List<RenewalRow> ofOrganisation(UUID organisation, Limit limit);

    @Query("""
            select r from RenewalRow r
            where r.organisation = :organisation and (r.person = :person or r.id in :others)
            order by r.touched desc""")
    List<RenewalRow> ofHolder(UUID organisation, UUID person, Collection<UUID> others, Limit limit);

    /** @param pattern lower case, with % around, escaped by a backslash */
    @Query(
            "select r from RenewalRow r where r.words like :pattern escape '\\' or r.id in :others order by r.touched desc")
    List<RenewalRow> withWords(String pattern, Collection<UUID> others, Limit limit);

    @Query("select r from RenewalRow r order by r.touched desc")
    List<RenewalRow> latest(Limit limit);
}
