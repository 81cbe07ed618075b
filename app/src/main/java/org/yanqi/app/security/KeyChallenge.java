package org.yanqi.app.security;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The challenge that this session asked for, with the secret that makes it this session's. */
record KeyChallenge(String id, String secret) implements Serializable {
    static final String ATTRIBUTE = KeyChallenge.class.getName();

    static @Nullable KeyChallenge of(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof KeyChallenge kept ? kept : null;
    }
}
