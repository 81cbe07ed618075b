package org.yanqi.process.account.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored people. */
public interface PersonRows extends Repository<PersonRow, UUID> {
    PersonRow save(PersonRow row);

    Optional<PersonRow> findById(UUID id);

    List<PersonRow> findByIdIn(Collection<UUID> ids);
}
