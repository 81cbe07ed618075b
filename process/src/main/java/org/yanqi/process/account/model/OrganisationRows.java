package org.yanqi.process.account.model;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored organisations. */
public interface OrganisationRows extends Repository<OrganisationRow, UUID> {
    OrganisationRow save(OrganisationRow row);

    Optional<OrganisationRow> findById(UUID id);

    Optional<OrganisationRow> findByTaxNumber(String taxNumber);
}
