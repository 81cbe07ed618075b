package org.yanqi.app.config;

import java.time.Instant;

/** Moves the one clock, the engine's with it. Only sample data has it in its hands: outside the demo there is none. */
public interface ClockHands {

    /** Sets the house to this instant, from which it ticks on; timers whose time is passed by wake. */
    void set(Instant at);

    /** Brings the house back to the database's time. */
    void release();
}
