package org.yanqi.process.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.record.Role;

/** One capacity in which an account can act; a person with several chooses after sign-in. */
public record Identity(
        UUID id,
        Role role,
        @Nullable UUID organisation,
        @Nullable String organisationName,
        @Nullable UUID person) {}
