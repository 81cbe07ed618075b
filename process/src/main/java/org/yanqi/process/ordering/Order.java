package org.yanqi.process.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as others see it; amounts in fen, tax included. */
public record Order(
        UUID id,
        String number,
        UUID caseId,
        UUID organisation,
        String organisationName,
        OrderState state,
        long fen,
        Instant placed,
        Instant payUntil,
        @Nullable Instant paid,
        List<OrderItem> items) {}
