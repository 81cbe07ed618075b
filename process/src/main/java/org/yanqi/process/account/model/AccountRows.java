package org.yanqi.process.account.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored accounts. */
public interface AccountRows extends Repository<AccountRow, UUID> {
    AccountRow save(AccountRow row);

    @Query(
            "select a from AccountRow a left join fetch a.identities i left join fetch i.organisation where a.login = :login")
    Optional<AccountRow> findByLogin(String login);

    @Query(
            "select distinct a from AccountRow a join fetch a.identities i where i.organisation is null order by a.login")
    List<AccountRow> findStaff();

    @Query("""
            select distinct a from AccountRow a left join fetch a.identities i left join fetch i.organisation
            where a in (select held.account from IdentityRow held
                        where held.person = :person and held.organisation.id = :organisation)
            order by a.login""")
    List<AccountRow> findByHolder(UUID person, UUID organisation);
}
