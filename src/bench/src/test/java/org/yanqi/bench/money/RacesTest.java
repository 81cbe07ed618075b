package org.yanqi.bench.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.yanqi.app.web.Invariants;
import org.yanqi.demo.sample.Company;
import org.yanqi.demo.sample.SampleCompanies;
import org.yanqi.process.record.Actor;

/**
 * Whatever happens to an order's money and in whatever order, and however often it is told: every fen that the gateways took
 * is fulfilled, refunded or held in an open exception. {@code -Dyanqi.histories=N} runs as many histories as one likes,
 * {@code -Dyanqi.seed=S -Dyanqi.histories=1} the one that failed, again.
 */
class RacesTest {
    private static final int HISTORIES = Integer.getInteger("yanqi.histories", 300);
    private static final long SEED = Long.getLong("yanqi.seed", 20261125);
    private static final int AT_ONCE = 8;
    private static final int BATCH = 100;

    @Test
    void every_fen_received_is_fulfilled_refunded_or_held_in_an_open_exception() throws Exception {
        var wrong = Collections.synchronizedList(new ArrayList<String>());
        var began = Instant.now();
        var lanes = Executors.newFixedThreadPool(AT_ONCE);
        var hands = Executors.newCachedThreadPool();
        try {
            var town = Town.shared();
            for (var done = 0; done < HISTORIES; done += BATCH) {
                var count = Math.min(BATCH, HISTORIES - done);
                var companies = companies(town, done, count);
                var books = town.books();
                var histories = new ArrayList<Callable<Boolean>>();
                for (var at = 0; at < count; at++) {
                    var script = Script.of(SEED + done + at);
                    var company = companies.get(at);
                    histories.add(() -> {
                        History.run(town.product(), books, script, company, hands)
                                .forEach(one -> {
                                    var told = "seed " + script.seed() + ": " + one + "\n    " + script;
                                    System.out.println(told);
                                    wrong.add(told);
                                });
                        return true;
                    });
                }
                for (var history : lanes.invokeAll(histories)) {
                    history.get();
                }
                wrong.addAll(broken(town));
                town.turnThePage();
                System.out.printf(
                        "%d histories in %d s, %d wrong%n",
                        done + count, Duration.between(began, Instant.now()).toSeconds(), wrong.size());
            }
        } finally {
            lanes.shutdownNow();
            hands.shutdownNow();
        }
        assertThat(wrong).as("of %d histories from seed %d", HISTORIES, SEED).isEmpty();
    }

    private static List<Company> companies(Town town, int from, int count) throws Exception {
        var today = LocalDate.now(town.product().part(Clock.class));
        return town.product()
                .part(SampleCompanies.class)
                .make(Actor.system("races"), new Random(SEED + from), today, from, from + count, 0);
    }

    private static List<String> broken(Town town) {
        return town.product().part(Invariants.class).check().broken().stream()
                .filter(one -> one.name().matches("(payment|money|orders|cases)-.*"))
                .map(one -> one.name() + ": " + one.rows())
                .toList();
    }
}
