package org.yanqi.demo.sample;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yanqi.app.config.ClockHands;

/**
 * The time at which sample data is made. It sets the house's one clock and tells the outside world the same time, so that what a
 * gateway signs and calls back is as timely for the house as on any other day. The clock is only ever moved on, and only when
 * everything that the last step set off has come to rest.
 */
@Component
class SampleTime {
    /** What the house does by itself: jobs and errands of the engine, money that came in, letters to be sent. */
    private static final String UNDER_WAY = """
        select (select count(*) from act_ru_job where retries_ > 0 and handler_type_ <> 'history-cleanup'
                  and (duedate_ is null or duedate_ <= ?))
             + (select count(*) from act_ru_ext_task where retries_ is null or retries_ > 0)
             + (select count(*) from inbox_event where handled is null)
             + (select count(*) from notice where sent is null and next_attempt <= ?)
        """;

    private static final int MOMENT = 100;

    private final ClockHands hands;
    private final Clock clock;
    private final OutsideControls outside;
    private final JdbcClient house;

    SampleTime(ClockHands hands, Clock clock, OutsideControls outside, JdbcClient house) {
        this.hands = hands;
        this.clock = clock;
        this.outside = outside;
        this.house = house;
    }

    /** Begins at this instant, which may be long past. */
    void begin(Instant at) {
        outside.clock(at);
        hands.set(at);
    }

    /**
     * Moves on to this instant once everything has come to rest, and lets what has come due on the way come to rest, too; stays where it is
     * if that is later.
     */
    void moveTo(Instant at) throws InterruptedException {
        rest();
        if (at.isAfter(clock.instant())) {
            begin(at);
            rest();
        }
    }

    private void rest() throws InterruptedException {
        do {
            Until.present("the house to come to rest", () -> isAtRest() ? Optional.of(true) : Optional.empty());
            // what was between two places when one looked has arrived by now
            TimeUnit.MILLISECONDS.sleep(MOMENT);
        } while (!isAtRest());
    }

    /** Everything goes by the real time again. */
    void end() {
        hands.release();
        outside.machineClock();
    }

    /** What leaves the house comes back to it: nothing is in the house, nor outside, nor in the house again. */
    private boolean isAtRest() {
        return isQuiet() && outside.isQuiet() && isQuiet();
    }

    private boolean isQuiet() {
        var now = Timestamp.from(clock.instant());
        return house.sql(UNDER_WAY).params(now, now).query(Long.class).single() == 0;
    }
}
