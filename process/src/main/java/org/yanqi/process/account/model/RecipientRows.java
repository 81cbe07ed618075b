package org.yanqi.process.account.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored recipients. */
public interface RecipientRows extends Repository<RecipientRow, UUID> {
    RecipientRow save(RecipientRow row);

    Optional<RecipientRow> findById(UUID id);

    List<RecipientRow> findTop20ByOrganisationOrderByUsedDesc(UUID organisation);
}
