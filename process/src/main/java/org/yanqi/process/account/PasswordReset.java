package org.yanqi.process.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.model.AccountRows;
import org.yanqi.process.account.model.ResetRow;
import org.yanqi.process.account.model.ResetRows;
import org.yanqi.process.notice.SendNotice;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** Lets somebody who forgot the password set a new one by a link in a mail; answers alike whether the account exists. */
@Service
public class PasswordReset {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final AccountRows accounts;
    private final ResetRows resets;
    private final PasswordEncoder encoder;
    private final PasswordRules passwords;
    private final SendNotice notices;
    private final AppendToRecord log;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    PasswordReset(
            AccountRows accounts,
            ResetRows resets,
            PasswordEncoder encoder,
            PasswordRules passwords,
            SendNotice notices,
            AppendToRecord log,
            Clock clock,
            @Value("${yanqi.public-url:http://localhost:8080}") String publicUrl) {
        this.accounts = accounts;
        this.resets = resets;
        this.encoder = encoder;
        this.passwords = passwords;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Sends a link that lives 30 minutes; a later one ends the earlier ones. */
    @Transactional
    public void ask(String login, String from) {
        var account = accounts.findByLogin(login).map(row -> row.account()).filter(Account::enabled);
        if (account.isEmpty() || account.get().email() == null) {
            return;
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        resets.deleteByLogin(login);
        resets.save(new ResetRow(hash(token), login, clock.instant().plus(LIFE)));
        var facts = Map.of("name", account.get().name(), "link", publicUrl + "/password/set?token=" + token);
        notices.send(
                "password-reset",
                account.get().email(),
                account.get().language(),
                facts,
                List.of(),
                null,
                "password-reset-" + hash(token));
        log.append(
                Actor.outside(login, from), null, "account " + login, "password-reset-asked", Map.of("login", login));
    }

    /** Sets the password; the link works once. */
    @Transactional
    public Outcome<String> set(String token, String newPassword, String from) {
        var reset = resets.findById(hash(token)).filter(row -> !row.isOver(clock.instant()));
        if (reset.isEmpty()) {
            return Outcome.refused(Refusal.of("refusal.link-over"));
        }
        var account = accounts.findByLogin(reset.get().login()).orElseThrow();
        var refusals = passwords.check(reset.get().login(), newPassword);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        account.setPassword(encoder.encode(newPassword));
        accounts.save(account);
        resets.delete(reset.get());
        var login = reset.get().login();
        log.append(Actor.outside(login, from), null, "account " + login, "password-changed", Map.of("login", login));
        return Outcome.accepted(login);
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
