package org.yanqi.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The promises of the house as queries that must return no row: each file under {@code invariants/} is one, its first
 * line a comment that says the promise. Whoever adds a promise adds a file, and a test that plants a row it finds.
 */
@Component
public class Invariants {
    private static final Logger LOG = LoggerFactory.getLogger(Invariants.class);
    private static final int SHOWN = 20;
    private static final int SECONDS = 60;

    private final JdbcTemplate database;
    private final Clock clock;
    private final List<Promise> promises;
    private volatile @Nullable Report last;

    Invariants(JdbcTemplate database, Clock clock) {
        this.database = new JdbcTemplate(database.getDataSource());
        this.database.setMaxRows(SHOWN);
        this.database.setQueryTimeout(SECONDS);
        this.clock = clock;
        this.promises = read();
    }

    private record Promise(String name, String sentence, String query) {}

    /**
     * A promise that was not kept.
     *
     * @param rows what the query found, at most twenty
     */
    public record Broken(String name, String promise, List<String> rows) {}

    /** What was found when. */
    public record Report(Instant at, List<Broken> broken) {}

    /** Names of all promises. */
    public List<String> names() {
        return promises.stream().map(Promise::name).toList();
    }

    /** Asks all queries now. */
    public Report check() {
        List<Broken> broken = new ArrayList<>();
        for (Promise promise : promises) {
            List<String> rows = rows(promise);
            if (!rows.isEmpty()) {
                LOG.error("promise not kept: {} ({}): {}", promise.name(), promise.sentence(), rows);
                broken.add(new Broken(promise.name(), promise.sentence(), rows));
            }
        }
        Report report = new Report(clock.instant(), List.copyOf(broken));
        last = report;
        return report;
    }

    /** What the last check found, or a new check if that is longer ago than a minute. */
    Report recent() {
        Report known = last;
        return known == null || known.at().plusSeconds(SECONDS).isBefore(clock.instant()) ? check() : known;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "${yanqi.invariants.every:PT1H}")
    void hourly() {
        check();
    }

    private List<String> rows(Promise promise) {
        try {
            return database.queryForList(promise.query()).stream()
                    .map(Map::toString)
                    .toList();
        } catch (DataAccessException e) {
            // a query that cannot be asked keeps no promise
            return List.of("cannot be asked: " + e.getMostSpecificCause().getMessage());
        }
    }

    private static List<Promise> read() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:invariants/*.sql");
            return Arrays.stream(files)
                    .map(Invariants::promise)
                    .sorted(Comparator.comparing(Promise::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Promise promise(Resource file) {
        try (InputStream in = file.getInputStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            String name = String.valueOf(file.getFilename()).replaceFirst("\\.sql$", "");
            if (!text.startsWith("--")) {
                throw new IllegalStateException(name + ".sql does not open with its promise as a comment");
            }
            String sentence =
                    text.lines().findFirst().orElseThrow().substring(2).strip();
            return new Promise(name, sentence, text.replaceFirst(";\\s*$", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
