package org.yanqi.app.security;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yanqi.process.record.Role;

/**
 * Who is let in.
 *
 * @param attempts wrong passwords allowed per login name within {@code attemptsWithin}
 * @param attemptsPerAddress wrong passwords allowed per network address within {@code attemptsWithin}
 * @param attemptsWithin how long a wrong password counts
 * @param sessionAtMost after how long a session ends, however busy
 * @param secondFactor which roles ask for more than one proof at sign-in
 * @param agentUrl where the key agent listens on the customer's machine
 */
@ConfigurationProperties("yanqi.security")
public record SecurityProperties(
        @DefaultValue("5") int attempts,
        @DefaultValue("50") int attemptsPerAddress,
        @DefaultValue("15m") Duration attemptsWithin,
        @DefaultValue("12h") Duration sessionAtMost,
        @DefaultValue Map<Role, SecondFactorRule> secondFactor,
        @DefaultValue("http://127.0.0.1:18580") String agentUrl) {

    /** @throws IllegalArgumentException if a role that holds no certificates is asked for a key: nobody of it could sign in */
    public SecurityProperties {
        secondFactor.forEach((role, rule) -> {
            if (!role.isCustomer() && rule.asked().contains(SignInFactor.KEY)) {
                throw new IllegalArgumentException("yanqi.security.second-factor." + role
                        + " cannot ask for a key: staff hold no certificates here. Use none or password.");
            }
        });
    }
}
