package org.yanqi.bench.issue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.yanqi.app.ca.EmbeddedAuthority;
import org.yanqi.app.ca.km.KeptKeys;
import org.yanqi.app.ca.km.KmProperties;
import org.yanqi.app.ca.km.LocalKeyManagement;
import org.yanqi.app.config.MachineClock;
import org.yanqi.bench.Machine;
import org.yanqi.bench.product.ProductSide;
import org.yanqi.bench.sql.BenchPostgres;
import org.yanqi.process.certificate.port.CertificateAuthority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Certificates a second, beside the signatures and keys that one issue needs: with PostgreSQL and without, all in one
 * process and one run (JMH), one thread, so that the shares mean something on a busy machine too.
 */
@Command(
        name = "issue",
        mixinStandardHelpOptions = true,
        description = "Certificates a second, beside the signatures and keys that issuing needs.")
public final class IssueBench implements Callable<Integer> {
    private static @Nullable CertificateAuthority stored;

    @Option(names = "--iterations", defaultValue = "5", description = "measured, of each figure (5)")
    int iterations;

    @Option(names = "--warm-up", defaultValue = "6", description = "iterations before, of each figure (6)")
    int warmUp;

    @Option(names = "--seconds", defaultValue = "2", description = "an iteration (2)")
    int seconds;

    @Option(names = "--no-database", description = "leaves PostgreSQL out")
    boolean noDatabase;

    @Override
    public Integer call() throws Exception {
        if (noDatabase) {
            System.out.println(new IssueReport(Machine.describe("left out"), run("memory")));
            return 0;
        }
        try (var postgres = BenchPostgres.start();
                var product = new ProductSide(
                        postgres.database("issue"),
                        Map.of("yanqi.workers.enabled", "false", "camunda.bpm.job-execution.enabled", "false"))) {
            stored = product.part(CertificateAuthority.class);
            System.out.println(new IssueReport(Machine.describe(postgres.version()), run("memory", "database")));
        }
        return 0;
    }

    private Collection<RunResult> run(String... books) throws RunnerException {
        // in this process: what a benchmark calls lies in a jar of jars, and the database is here
        return new Runner(new OptionsBuilder()
                        .include(Primitives.class.getName())
                        .include(Issuing.class.getName())
                        .param("books", books)
                        .forks(0)
                        .threads(1)
                        .warmupIterations(warmUp)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementIterations(iterations)
                        .measurementTime(TimeValue.seconds(seconds))
                        .build())
                .run();
    }

    /** For the benchmarks: the product's own, or one that forgets. */
    static CertificateAuthority authority(String books) throws IOException {
        if (books.equals("database")) {
            return Objects.requireNonNull(stored, "the product runs");
        }
        Clock clock = MachineClock.get();
        KmProperties km = new KmProperties(Files.createTempDirectory("yanqi-bench-km"), "only for measuring");
        return EmbeddedAuthority.overBooks(new MemoryBooks(), new LocalKeyManagement(new InMemory(), km), clock);
    }

    private static final class InMemory implements KeptKeys {
        private final Map<String, byte[]> sealed = new ConcurrentHashMap<>();

        @Override
        public void keep(String id, byte[] key) {
            sealed.put(id, key);
        }

        @Override
        public Optional<byte[]> sealed(String id) {
            return Optional.ofNullable(sealed.get(id));
        }
    }
}
