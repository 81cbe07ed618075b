package org.yanqi.process.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A natural person; mobile and identity number are personal data (R12). */
public record Person(
        UUID id,
        String name,
        String mobile,
        String email,
        @Nullable String identityNumber) {}
