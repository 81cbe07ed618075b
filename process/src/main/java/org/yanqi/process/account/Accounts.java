package org.yanqi.process.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** Finds accounts for sign-in and for staff lists, and keeps staff accounts. */
@Service
public class Accounts {
    public Optional<Account> byLogin(String login) {
        throw new UnsupportedOperationException();
    }

    /** Staff, for transfer and administration. */
    public List<Account> staff(Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** @return the account with a one-time password to hand over */
    public Outcome<Created> createStaff(Actor administrator, String login, String name, String email, Set<Role> roles) {
        throw new UnsupportedOperationException();
    }

    /** A new account and the one-time password to hand over. */
    public record Created(Account account, String oneTimePassword) {}

    /** Disabling ends the account's sessions (a listener in the app hears {@link AccountDisabled}). */
    public Outcome<Account> setEnabled(Actor administrator, String login, boolean enabled) {
        throw new UnsupportedOperationException();
    }

    public Outcome<Account> changePassword(Actor actor, String oldPassword, String newPassword) {
        throw new UnsupportedOperationException();
    }
}
