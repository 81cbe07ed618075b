package org.yanqi.process.account.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored invoice titles. */
public interface TitleRows extends Repository<TitleRow, UUID> {
    TitleRow save(TitleRow row);

    Optional<TitleRow> findById(UUID id);

    List<TitleRow> findTop20ByOrganisationOrderByUsedDesc(UUID organisation);
}
