package org.yanqi.app.security;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Account;
import org.yanqi.process.account.Accounts;

/** Shows the house's accounts to Spring Security; the roles of all identities open the views, the chosen one counts in use cases. */
@Component
class AccountDetails implements UserDetailsService {
    private final Accounts accounts;

    AccountDetails(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return accounts.byLogin(login)
                .map(AccountDetails::details)
                .orElseThrow(() -> new UsernameNotFoundException(login));
    }

    private static UserDetails details(Account account) {
        return User.withUsername(account.login())
                .password(account.passwordHash())
                .disabled(!account.enabled())
                .roles(account.identities().stream()
                        .map(identity -> identity.role().name())
                        .distinct()
                        .toArray(String[]::new))
                .build();
    }
}
