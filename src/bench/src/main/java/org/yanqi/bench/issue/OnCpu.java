package org.yanqi.bench.issue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Counts the processor time of the measuring thread beside the clock on the wall: shares of processor time mean something
 * even when other work takes the processor away. The best iteration counts, as the one least disturbed.
 */
@State(Scope.Thread)
public class OnCpu {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Map<String, Double> BEST = new ConcurrentHashMap<>();

    /** Each benchmark counts its operations here. */
    public long operations;

    private long began;

    @Setup(Level.Iteration)
    public void begin() {
        operations = 0;
        began = THREADS.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void end(BenchmarkParams benchmark, IterationParams iteration) {
        double micros = (THREADS.getCurrentThreadCpuTime() - began) / 1e3 / Math.max(1, operations);
        if (iteration.getType() == IterationType.MEASUREMENT) {
            BEST.merge(name(benchmark), micros, Math::min);
        }
    }

    /** Microseconds of processor time an operation, by the benchmark's name and its parameters. */
    static Map<String, Double> best() {
        return Map.copyOf(BEST);
    }

    static String name(BenchmarkParams params) {
        String name = params.getBenchmark();
        String shortName = name.substring(name.lastIndexOf('.') + 1);
        return params.getParamsKeys().isEmpty()
                ? shortName
                : shortName + " " + params.getParam("algorithm") + " " + params.getParam("books");
    }
}
