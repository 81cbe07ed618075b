package org.yanqi.process.account.model;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Open links to set a new password. */
public interface ResetRows extends Repository<ResetRow, String> {
    ResetRow save(ResetRow row);

    Optional<ResetRow> findById(String tokenHash);

    void delete(ResetRow row);

    void deleteByLogin(String login);
}
