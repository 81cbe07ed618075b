package org.yanqi.process.account;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.Colleagues;

/** Tells the worklist to whom of the staff work may be handed. */
@Component
class StaffAsColleagues implements Colleagues {
    private final Accounts accounts;

    StaffAsColleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Actor> find(String login) {
        return accounts.byLogin(login).filter(Account::enabled).flatMap(StaffAsColleagues::asActor);
    }

    private static Optional<Actor> asActor(Account account) {
        Set<Role> roles = account.identities().stream()
                .map(Identity::role)
                .filter(Role::isStaff)
                .collect(Collectors.toUnmodifiableSet());
        return roles.stream()
                .sorted()
                .findFirst()
                .map(role -> new Actor(account.login(), account.name(), role, roles, null, null, "worklist"));
    }
}
