package org.yanqi.app.renewal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.yanqi.process.calendar.Shanghai;

/** A clock that goes right until a test moves it. */
public class ShiftedClock extends Clock {
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    public void shift(Duration by) {
        shift.set(by);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(shift.get()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return Shanghai.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
