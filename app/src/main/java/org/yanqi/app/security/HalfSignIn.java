package org.yanqi.app.security;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of two factors, proven in this session a short while ago; nobody is signed in by it. */
record HalfSignIn(String login, SignInFactor proven, Instant at) implements Serializable {
    static final String ATTRIBUTE = HalfSignIn.class.getName();

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    static @Nullable HalfSignIn of(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof HalfSignIn half ? half : null;
    }

    boolean isFresh(Instant now) {
        return now.isBefore(at.plus(GOOD_FOR));
    }
}
