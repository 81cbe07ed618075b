package org.yanqi.process.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a renewal does to one platform of one certificate (R2).
 *
 * @param giftFrom first day of the free service of an added platform, null for others or if there is no gift
 * @param from first day of the paid term; null if dropped
 * @param until last day of service: of the paid term, or of the old one if dropped
 */
public record PlatformChange(
        String platform,
        Kind kind,
        @Nullable LocalDate giftFrom,
        @Nullable LocalDate from,
        LocalDate until) {

    /** Kept, added or dropped. */
    public enum Kind {
        KEPT,
        ADDED,
        DROPPED
    }
}
