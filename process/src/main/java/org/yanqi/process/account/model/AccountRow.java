package org.yanqi.process.account.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.Account;
import org.yanqi.process.account.Identity;
import org.yanqi.process.record.Role;

/** What signs in, with the capacities it has. */
@Entity
@Table(name = "account")
public class AccountRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private String login = "";
    private String name = "";
    private @Nullable String email;
    private String passwordHash = "";
    private boolean enabled = true;
    private boolean mustChangePassword;
    private String language = "zh";

    @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    private List<IdentityRow> identities = new ArrayList<>();

    protected AccountRow() {}

    public AccountRow(String login, String name, @Nullable String email, String passwordHash, boolean mustChange) {
        this.id = UUID.randomUUID();
        this.login = login;
        this.name = name;
        this.email = email;
        this.passwordHash = passwordHash;
        this.mustChangePassword = mustChange;
    }

    /** Adds a capacity, unless the account has it already. */
    public void may(Role role, @Nullable OrganisationRow organisation, @Nullable UUID person) {
        var added = new IdentityRow(this, role, organisation, person);
        if (identities.stream().noneMatch(one -> same(one.identity(), added.identity()))) {
            identities.add(added);
        }
    }

    private static boolean same(Identity one, Identity other) {
        return one.role() == other.role() && Objects.equals(one.organisation(), other.organisation());
    }

    public void setPassword(String hash) {
        this.passwordHash = hash;
        this.mustChangePassword = false;
    }

    public void enable(boolean on) {
        this.enabled = on;
    }

    public boolean isStaff() {
        return identities.stream().anyMatch(one -> one.identity().role().isStaff());
    }

    public Account account() {
        var all = identities.stream()
                .map(IdentityRow::identity)
                .sorted(Comparator.comparing(Identity::role))
                .toList();
        return new Account(
                login, name, passwordHash, enabled, mustChangePassword, Locale.forLanguageTag(language), all, email);
    }
}
