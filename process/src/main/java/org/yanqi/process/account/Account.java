package org.yanqi.process.account;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What signs in. */
public record Account(
        String login,
        String name,
        String passwordHash,
        boolean enabled,
        boolean mustChangePassword,
        Locale language,
        List<Identity> identities,
        @Nullable String email) {}
