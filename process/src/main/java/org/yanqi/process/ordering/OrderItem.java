package org.yanqi.process.ordering;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.certificate.KeyKind;

/** One certificate of an order, with what was agreed copied onto it. */
public record OrderItem(
        UUID id,
        UUID certificate,
        UUID holder,
        String holderName,
        KeyKind kind,
        String vendor,
        String keySerial,
        LocalDate oldExpiry,
        List<String> oldPlatforms,
        List<String> newPlatforms,
        long fen,
        @Nullable LocalDate newFrom,
        @Nullable LocalDate newUntil,
        ItemState state) {}
