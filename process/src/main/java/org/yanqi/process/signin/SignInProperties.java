package org.yanqi.process.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in with the key.
 *
 * @param challengeLife how long a challenge is good; never longer than five minutes
 * @param neverSoftFail true refuses a certificate whose state the authority cannot be asked; false lets it in when the
 *     house's own books hold it in force
 */
@ConfigurationProperties("yanqi.sign-in")
public record SignInProperties(
        @DefaultValue("PT5M") Duration challengeLife,
        @DefaultValue("true") boolean neverSoftFail) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public SignInProperties {
        if (challengeLife.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("yanqi.sign-in.challenge-life is at most PT5M");
        }
    }
}
