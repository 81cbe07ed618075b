package org.yanqi.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.calendar.Shanghai;

/** Several nodes agree on the time because the database tells it. */
@OnPostgres
class DatabaseClockTest {
    @Autowired
    Clock clock;

    @Test
    void the_house_and_the_engine_go_by_the_clock_of_the_database(@Autowired JdbcClient database) {
        Instant there = database.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(clock.instant()).isCloseTo(there, within(5, ChronoUnit.SECONDS));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(there, within(5, ChronoUnit.SECONDS));
    }

    @Test
    void a_clock_that_was_set_ticks_on_from_there_and_takes_the_engine_along_until_released(
            @Autowired DataSource database) {
        var moved = new DatabaseClock(database, Shanghai.ZONE);
        Instant there = Instant.parse("2026-03-02T02:00:00Z");
        moved.set(there);
        moved.correct();
        assertThat(moved.instant()).isBetween(there, there.plusSeconds(30));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(there, within(30, ChronoUnit.SECONDS));
        moved.release();
        assertThat(moved.instant()).isCloseTo(clock.instant(), within(5, ChronoUnit.SECONDS));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(clock.instant(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void nobody_has_the_clock_in_their_hands_outside_the_demo(@Autowired ObjectProvider<ClockHands> hands) {
        assertThat(hands.getIfAvailable()).isNull();
    }

    @Test
    void days_are_those_of_shanghai() {
        assertThat(clock.getZone()).isEqualTo(Shanghai.ZONE);
        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isCloseTo(clock.instant(), within(1, ChronoUnit.SECONDS));
    }
}
