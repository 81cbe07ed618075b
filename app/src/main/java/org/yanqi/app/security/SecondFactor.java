package org.yanqi.app.security;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Role;

/** Asks for a second factor where a role of the account wants one; the strictest of its roles counts. */
@Component
class SecondFactor {
    private final SecurityProperties properties;
    private final Clock clock;

    SecondFactor(SecurityProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param given what has just been proven
     * @param half what this session had proven before
     * @throws SecondFactorNeeded if that is not enough
     */
    void require(UserDetails user, SignInFactor given, @Nullable HalfSignIn half) {
        Set<SignInFactor> missing = EnumSet.noneOf(SignInFactor.class);
        for (Map.Entry<Role, SecondFactorRule> rule : properties.secondFactor().entrySet()) {
            if (has(user, rule.getKey().name())) {
                missing.addAll(rule.getValue().asked());
            }
        }
        missing.remove(given);
        if (half != null && half.login().equals(user.getUsername()) && half.isFresh(clock.instant())) {
            missing.remove(half.proven());
        }
        if (!missing.isEmpty()) {
            throw new SecondFactorNeeded(
                    user.getUsername(), given, missing.iterator().next());
        }
    }

    private static boolean has(UserDetails user, String role) {
        return user.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals("ROLE_" + role));
    }
}
