package org.yanqi.process.account.model;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.yanqi.process.record.Role;

/** Stored identities. */
public interface IdentityRows extends Repository<IdentityRow, UUID> {
    @Query("select i from IdentityRow i where i.organisation.id = :organisation and i.role = :role")
    List<IdentityRow> findByOrganisationAndRole(UUID organisation, Role role);
}
