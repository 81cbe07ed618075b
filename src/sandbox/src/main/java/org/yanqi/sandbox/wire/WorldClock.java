package org.yanqi.sandbox.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What time it is in the outside world: the machine's, unless a rehearsal set the world to another instant, from which it ticks on. What
 * is written and called back carries this time; only what merchants' SDKs compare with the machine's time does not.
 */
public final class WorldClock extends Clock {
    private final Clock machine;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** A clock that goes as the machine's does. */
    public WorldClock(Clock machine) {
        this.machine = machine;
    }

    /** The machine's own time. */
    public Clock machine() {
        return machine;
    }

    /** Sets the world to this instant; null brings it back to the machine's time. */
    public void set(@Nullable Instant at) {
        ahead.set(at == null ? Duration.ZERO : Duration.between(machine.instant(), at));
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
