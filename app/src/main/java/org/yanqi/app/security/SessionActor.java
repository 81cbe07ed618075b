package org.yanqi.app.security;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.process.account.Account;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.account.Identity;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** The actor behind a Vaadin session: the account that signed in, in the identity it chose. */
@Component
class SessionActor implements CurrentActor {
    private static final String CHOSEN = SessionActor.class.getName() + ".identity";

    private final AuthenticationContext authentication;
    private final Accounts accounts;

    SessionActor(AuthenticationContext authentication, Accounts accounts) {
        this.authentication = authentication;
        this.accounts = accounts;
    }

    @Override
    public Actor actor() {
        var account = account();
        var identity = chosen(account);
        if (identity == null) {
            throw new NotAllowed("no identity chosen");
        }
        var roles = identity.role().isStaff()
                ? account.identities().stream()
                        .map(Identity::role)
                        .filter(Role::isStaff)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of(identity.role());
        return new Actor(
                account.login(),
                account.name(),
                identity.role(),
                roles,
                identity.organisation(),
                identity.person(),
                address());
    }

    @Override
    public @Nullable String login() {
        return authentication.getPrincipalName().orElse(null);
    }

    @Override
    public List<Identity> identities() {
        var identities = account().identities();
        return identities.stream().anyMatch(one -> one.role().isStaff()) ? List.of() : identities;
    }

    @Override
    public boolean mustChoose() {
        return login() != null && chosen(account()) == null;
    }

    @Override
    public void choose(Identity identity) {
        if (account().identities().stream().noneMatch(one -> one.id().equals(identity.id()))) {
            throw new NotAllowed("identity of another account");
        }
        session().setAttribute(CHOSEN, identity.id());
    }

    @Override
    public boolean mustChangePassword() {
        return login() != null && account().mustChangePassword();
    }

    @Override
    public void signOut() {
        authentication.logout();
    }

    private Account account() {
        var login = Objects.requireNonNullElse(login(), "");
        return accounts.byLogin(login)
                .filter(Account::enabled)
                .orElseThrow(() -> new NotAllowed("nobody is signed in"));
    }

    private @Nullable Identity chosen(Account account) {
        var identities = account.identities();
        if (identities.size() == 1
                || identities.stream().anyMatch(one -> one.role().isStaff())) {
            return identities.get(0);
        }
        var id = session().getAttribute(CHOSEN) instanceof UUID chosen ? chosen : null;
        return identities.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static WrappedSession session() {
        return VaadinSession.getCurrent().getSession();
    }

    private static String address() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
    }
}
