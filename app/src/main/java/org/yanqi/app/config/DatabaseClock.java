package org.yanqi.app.config;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The house's one clock: the machine's, corrected by the database's, so that several nodes agree and a node whose clock
 * jumps a day expires nothing early. The engine's clock is kept at the same offset.
 */
class DatabaseClock extends Clock {
    /** Smaller differences are the journey to the database, not a wrong clock. */
    private static final Duration NOISE = Duration.ofMillis(500);

    private final Clock machine;
    private final JdbcTemplate database;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    DatabaseClock(DataSource dataSource, Clock machine) {
        this.machine = machine;
        this.database = new JdbcTemplate(dataSource);
        correct();
    }

    private DatabaseClock(DatabaseClock other, ZoneId zone) {
        this.machine = other.machine.withZone(zone);
        this.database = other.database;
        this.offset.set(other.offset.get());
    }

    /** Asks the database for the time again. */
    final void correct() {
        Instant before = machine.instant();
        OffsetDateTime there = database.queryForObject("select current_timestamp", OffsetDateTime.class);
        if (there == null) {
            throw new IllegalStateException("the database does not tell the time");
        }
        Instant here = before.plus(Duration.between(before, machine.instant()).dividedBy(2));
        Duration difference = Duration.between(here, there.toInstant());
        Duration correction = difference.abs().compareTo(NOISE) < 0 ? Duration.ZERO : difference;
        offset.set(correction);
        ClockUtil.offset(correction.toMillis());
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DatabaseClock(this, zone);
    }
}
