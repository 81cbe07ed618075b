package org.yanqi.process.account.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored organisations. */
public interface OrganisationRows extends Repository<OrganisationRow, UUID> {
    OrganisationRow save(OrganisationRow row);

    Optional<OrganisationRow> findById(UUID id);

    @Query("select o.id from OrganisationRow o where lower(o.name) like :pattern or lower(o.taxNumber) like :pattern")
    List<UUID> matching(String pattern);

    Optional<OrganisationRow> findByTaxNumber(String taxNumber);
}
