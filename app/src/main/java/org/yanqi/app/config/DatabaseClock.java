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
 * The house's one clock: the database's time, asked now and then and carried on by the machine's tick in between, so that
 * several nodes agree and a node whose own clock jumps a day expires nothing early. The engine's clock is kept with it.
 */
class DatabaseClock extends Clock {
    private final JdbcTemplate database;
    private final ZoneId zone;
    private final AtomicReference<Anchor> anchor;

    DatabaseClock(DataSource dataSource, ZoneId zone) {
        this.database = new JdbcTemplate(dataSource);
        this.zone = zone;
        this.anchor = new AtomicReference<>(ask());
        correct();
    }

    private DatabaseClock(DatabaseClock other, ZoneId zone) {
        this.database = other.database;
        this.zone = zone;
        this.anchor = other.anchor;
    }

    /** @param moved true if somebody set the clock, so that the database has no say */
    private record Anchor(Instant at, long tick, boolean moved) {}

    /** Asks the database for the time again; a clock that was set goes on as it was set. */
    final void correct() {
        var known = anchor.get();
        if (!known.moved() && anchor.compareAndSet(known, ask())) {
            takeTheEngineAlong();
        }
    }

    /** Sets the clock to this instant, from which it ticks on until it is released. */
    final void set(Instant at) {
        anchor.set(new Anchor(at, System.nanoTime(), true));
        takeTheEngineAlong();
    }

    /** Goes by the database again. */
    final void release() {
        anchor.set(ask());
        takeTheEngineAlong();
    }

    private void takeTheEngineAlong() {
        Instant machine = Clock.systemUTC().instant();
        ClockUtil.offset(Duration.between(machine, instant()).toMillis());
    }

    private Anchor ask() {
        long before = System.nanoTime();
        OffsetDateTime there = database.queryForObject("select current_timestamp", OffsetDateTime.class);
        if (there == null) {
            throw new IllegalStateException("the database does not tell the time");
        }
        long after = System.nanoTime();
        return new Anchor(there.toInstant(), before + (after - before) / 2, false);
    }

    @Override
    public Instant instant() {
        Anchor known = anchor.get();
        return known.at().plusNanos(System.nanoTime() - known.tick());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DatabaseClock(this, other);
    }
}
