package org.yanqi.app.config;

import java.time.Clock;
import org.yanqi.process.calendar.Shanghai;

/** The machine's clock, for commands that run without a database to correct it by. */
public final class MachineClock {
    private MachineClock() {}

    public static Clock get() {
        return Clock.system(Shanghai.ZONE);
    }
}
