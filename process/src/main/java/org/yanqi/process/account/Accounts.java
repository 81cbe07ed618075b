package org.yanqi.process.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.model.AccountRow;
import org.yanqi.process.account.model.AccountRows;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Finds accounts for sign-in and for staff lists, and keeps staff accounts. */
@Service
public class Accounts {
    private static final Pattern LOGIN = Pattern.compile("[a-zA-Z0-9._@-]{3,60}");

    private final AccountRows rows;
    private final PasswordEncoder encoder;
    private final PasswordRules passwords;
    private final AppendToRecord log;
    private final ApplicationEventPublisher events;

    Accounts(
            AccountRows rows,
            PasswordEncoder encoder,
            PasswordRules passwords,
            AppendToRecord log,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.encoder = encoder;
        this.passwords = passwords;
        this.log = log;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Account> byLogin(String login) {
        return rows.findByLogin(login).map(AccountRow::account);
    }

    /** The account in which a person acts for an organisation; of several the first enabled one by login. */
    @Transactional(readOnly = true)
    public Optional<Account> ofHolder(UUID person, UUID organisation) {
        List<Account> all = rows.findByHolder(person, organisation).stream()
                .map(AccountRow::account)
                .toList();
        return all.stream()
                .filter(Account::enabled)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Staff, for transfer and administration. */
    @Transactional(readOnly = true)
    public List<Account> staff(Actor actor) {
        actor.require(Role.ADMINISTRATOR, Role.SUPERVISOR, Role.CUSTOMER_SERVICE, Role.FINANCE, Role.AUDITOR);
        return rows.findStaff().stream().map(AccountRow::account).toList();
    }

    /**
     * Creates a staff account.
     *
     * @return the account with a one-time password to hand over; it must be changed at the first sign-in
     */
    @Transactional
    public Outcome<Created> createStaff(Actor administrator, String login, String name, String email, Set<Role> roles) {
        administrator.require(Role.ADMINISTRATOR, Role.SYSTEM);
        if (!LOGIN.matcher(login).matches()) {
            return Outcome.refused(Refusal.at("login", "refusal.login-malformed"));
        }
        if (name.isBlank()) {
            return Outcome.refused(Refusal.at("name", "refusal.name-missing"));
        }
        if (roles.isEmpty() || !roles.stream().allMatch(Role::isStaff)) {
            return Outcome.refused(Refusal.at("roles", "refusal.role-missing"));
        }
        if (rows.findByLogin(login).isPresent()) {
            return Outcome.refused(Refusal.at("login", "refusal.login-taken", login));
        }
        var oneTime = passwords.oneTime();
        var row = new AccountRow(login, name.strip(), email.strip(), encoder.encode(oneTime), true);
        roles.stream().sorted().forEach(role -> row.may(role, null, null));
        rows.save(row);
        var names = roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
        log.append(administrator, null, "account " + login, "account-created", Map.of("login", login, "roles", names));
        return Outcome.accepted(new Created(row.account(), oneTime));
    }

    /** A new account and the one-time password to hand over. */
    public record Created(Account account, String oneTimePassword) {}

    /** Disabling ends the account's sessions (a listener in the app hears {@link AccountDisabled}). */
    @Transactional
    public Outcome<Account> setEnabled(Actor administrator, String login, boolean enabled) {
        administrator.require(Role.ADMINISTRATOR);
        if (administrator.account().equals(login)) {
            return Outcome.refused(Refusal.of("refusal.own-account"));
        }
        var row = rows.findByLogin(login).orElseThrow(() -> new NotFound("account " + login));
        row.enable(enabled);
        rows.save(row);
        log.append(
                administrator,
                null,
                "account " + login,
                enabled ? "account-enabled" : "account-disabled",
                Map.of("login", login));
        if (!enabled) {
            events.publishEvent(new AccountDisabled(login));
        }
        return Outcome.accepted(row.account());
    }

    @Transactional
    public Outcome<Account> changePassword(Actor actor, String oldPassword, String newPassword) {
        var row = rows.findByLogin(actor.account()).orElseThrow(() -> new NotFound("account " + actor.account()));
        if (!encoder.matches(oldPassword, row.account().passwordHash())) {
            return Outcome.refused(Refusal.at("oldPassword", "refusal.password-wrong"));
        }
        var refusals = passwords.check(row.account().login(), newPassword);
        if (oldPassword.equals(newPassword)) {
            return Outcome.refused(Refusal.at("newPassword", "refusal.password-same"));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        row.setPassword(encoder.encode(newPassword));
        rows.save(row);
        log.append(actor, null, "account " + actor.account(), "password-changed", Map.of("login", actor.account()));
        return Outcome.accepted(row.account());
    }
}
