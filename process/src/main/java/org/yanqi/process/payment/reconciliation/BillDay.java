package org.yanqi.process.payment.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.yanqi.process.calendar.Shanghai;

/** Where a bill's day begins and ends, as the database takes it. */
final class BillDay {
    private BillDay() {}

    static OffsetDateTime begin(LocalDate day) {
        return stored(day.atStartOfDay(Shanghai.ZONE).toInstant());
    }

    static OffsetDateTime end(LocalDate day) {
        return begin(day.plusDays(1));
    }

    static OffsetDateTime now(Clock clock) {
        return stored(clock.instant());
    }

    static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
