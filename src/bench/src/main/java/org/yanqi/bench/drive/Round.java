package org.yanqi.bench.drive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.yanqi.bench.sql.SqlFigures;

/**
 * A number of renewals driven in parallel.
 *
 * @param took from the first start to the last end
 * @param latencies of each renewal
 */
public record Round(Duration took, List<Duration> latencies, SqlFigures sql) {

    /** Drives renewals that were prepared. */
    public static Round drive(Side side, int renewals, int parallel) throws Exception {
        side.resume();
        var drivers = Executors.newFixedThreadPool(parallel, task -> new Thread(task, "driver"));
        try {
            Callable<Duration> one = () -> {
                long began = System.nanoTime();
                side.renew();
                return Duration.ofNanos(System.nanoTime() - began);
            };
            var before = side.meter().read();
            long began = System.nanoTime();
            var ends = new ArrayList<Duration>();
            for (var end : drivers.invokeAll(Collections.nCopies(renewals, one))) {
                ends.add(end.get());
            }
            var took = Duration.ofNanos(System.nanoTime() - began);
            return new Round(took, ends, side.meter().read().since(before));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a renewal of " + side.name() + " did not come to its end", e.getCause());
        } finally {
            drivers.shutdownNow();
            side.pause();
        }
    }

    /** Two rounds as one. */
    public Round and(Round other) {
        var all = new ArrayList<>(latencies);
        all.addAll(other.latencies);
        return new Round(took.plus(other.took), all, sql.and(other.sql));
    }

    public int renewals() {
        return latencies.size();
    }

    public double perSecond() {
        return renewals() / (took.toNanos() / 1e9);
    }

    /** @param share 0.5 for the median */
    public Duration latency(double share) {
        var sorted = latencies.stream().sorted().toList();
        int at = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, at));
    }
}
