package org.yanqi.process.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yanqi.process.outcome.Refusal;

/** What a password must be: long enough and not the login name; no rules of composition (ASVS 5.0, 6.2). */
@Component
class PasswordRules {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    /** Letters and digits that nobody mixes up when reading them out. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();

    List<Refusal> check(String login, String password) {
        if (password.length() < SHORTEST) {
            return List.of(Refusal.at("newPassword", "refusal.password-short", String.valueOf(SHORTEST)));
        }
        if (password.length() > LONGEST) {
            return List.of(Refusal.at("newPassword", "refusal.password-long", String.valueOf(LONGEST)));
        }
        if (password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT))) {
            return List.of(Refusal.at("newPassword", "refusal.password-holds-login"));
        }
        if (password.chars().distinct().count() < 5) {
            return List.of(Refusal.at("newPassword", "refusal.password-guessable"));
        }
        return List.of();
    }

    /** A password to hand over once, 12 characters. */
    String oneTime() {
        return random.ints(12, 0, READABLE.length())
                .mapToObj(at -> String.valueOf(READABLE.charAt(at)))
                .collect(Collectors.joining());
    }
}
