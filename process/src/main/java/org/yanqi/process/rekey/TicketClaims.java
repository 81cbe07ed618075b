package org.yanqi.process.rekey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server signs for the agent: one job, one key, one nonce. */
public record TicketClaims(
        String id,
        String origin,
        String operation,
        @Nullable String order,
        @Nullable UUID item,
        @Nullable String issuer,
        @Nullable String serial,
        @Nullable String subject,
        @Nullable String keySerial,
        @Nullable String algorithm,
        String nonce,
        Instant issuedAt,
        Instant expires) {}
