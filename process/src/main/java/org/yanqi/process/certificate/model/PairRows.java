package org.yanqi.process.certificate.model;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored pairs; the lists hold what is or was in force and has no successor. */
public interface PairRows extends Repository<PairRow, UUID> {
    PairRow save(PairRow row);

    Optional<PairRow> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PairRow p where p.id = :id")
    Optional<PairRow> lock(UUID id);

    Optional<PairRow> findByIssuerAndSerial(String issuer, String serial);

    Optional<PairRow> findByPredecessorAndOrderItemAndSerial(UUID predecessor, UUID orderItem, String serial);

    @Query("""
            select p from PairRow p
            where p.organisation = :organisation and p.successor is null and p.confirmed is not null
            order by p.expires, p.serial""")
    List<PairRow> currentOf(UUID organisation);

    @Query("""
            select p from PairRow p
            where p.organisation = :organisation and p.holder = :holder
              and p.successor is null and p.confirmed is not null
            order by p.expires, p.serial""")
    List<PairRow> currentOf(UUID organisation, UUID holder);

    @Query("select p from PairRow p where p.successor is null and p.confirmed is not null order by p.expires, p.serial")
    List<PairRow> current();

    @Query("select p from PairRow p order by p.issued desc, p.serial")
    List<PairRow> newest(Limit limit);

    @Query("""
            select p from PairRow p
            where p.serial like :serial or lower(p.keySerial) like :word or lower(p.holderName) like :word
              or p.organisation in :organisations
            order by p.expires desc, p.serial""")
    List<PairRow> search(String word, String serial, Collection<UUID> organisations, Limit limit);

    List<PairRow> findByKeySerialAndOrganisationOrderByIssuedDesc(String keySerial, UUID organisation);
}
