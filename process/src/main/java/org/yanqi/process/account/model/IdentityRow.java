package org.yanqi.process.account.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.Identity;
import org.yanqi.process.record.Role;

/** One capacity of an account. */
@Entity
@Table(name = "account_identity")
public class IdentityRow {
    @Id
    private UUID id = new UUID(0, 0);

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private @Nullable AccountRow account;

    @Enumerated(EnumType.STRING)
    private Role role = Role.HOLDER;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "organisation_id")
    private @Nullable OrganisationRow organisation;

    @Column(name = "person_id")
    private @Nullable UUID person;

    protected IdentityRow() {}

    IdentityRow(AccountRow account, Role role, @Nullable OrganisationRow organisation, @Nullable UUID person) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.role = role;
        this.organisation = organisation;
        this.person = person;
    }

    Identity identity() {
        var of = organisation == null ? null : organisation.organisation();
        return new Identity(id, role, of == null ? null : of.id(), of == null ? null : of.name(), person);
    }

    public @Nullable UUID person() {
        return person;
    }
}
