package org.yanqi.process.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money on its way back. */
public record Refund(
        UUID id,
        String number,
        UUID payment,
        long fen,
        String reason,
        String state,
        Instant asked,
        @Nullable Instant succeeded) {}
