package org.yanqi.process.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back.
 *
 * @param payment the payment it gives back, if the money belonged to one of ours
 * @param state ASKED, PENDING, SUCCEEDED or FAILED
 */
public record Refund(
        UUID id,
        String number,
        @Nullable UUID payment,
        long fen,
        String reason,
        String state,
        Instant asked,
        @Nullable Instant succeeded) {}
