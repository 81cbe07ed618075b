package org.yanqi.process.signal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is asked to do.
 *
 * @param idempotencyKey stored before the call, the same for every attempt at this effect
 * @param attempt 1 for the first
 */
public record Work(
        String topic,
        String businessKey,
        @Nullable UUID caseId,
        String idempotencyKey,
        int attempt,
        Map<String, Object> variables) {}
