package org.yanqi.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
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
    void days_are_those_of_shanghai() {
        assertThat(clock.getZone()).isEqualTo(Shanghai.ZONE);
        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isCloseTo(clock.instant(), within(1, ChronoUnit.SECONDS));
    }
}
