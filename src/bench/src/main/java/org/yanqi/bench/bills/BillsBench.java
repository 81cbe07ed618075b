package org.yanqi.bench.bills;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.yanqi.bench.Machine;
import org.yanqi.bench.sql.BenchPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a generated bill into a PostgreSQL and compares it, in a JVM of its own with a small heap. */
@Command(
        name = "bills",
        mixinStandardHelpOptions = true,
        description = "Rows a second of a day's bill, and the heap it takes.")
public final class BillsBench implements Callable<Integer> {
    @Option(names = "--rows", defaultValue = "1000000", description = "lines of the bill (1000000)")
    long rows;

    @Option(names = "--heap", defaultValue = "128m", description = "heap of the JVM that reads it (128m)")
    String heap;

    @Override
    public Integer call() throws Exception {
        try (var postgres = BenchPostgres.start()) {
            System.out.println(Machine.describe(postgres.version()));
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return new ProcessBuilder(List.of(
                            java,
                            "-Xmx" + heap,
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-Dloader.main=" + BillsRun.class.getName(),
                            "org.springframework.boot.loader.launch.PropertiesLauncher",
                            postgres.database("bills"),
                            Long.toString(rows)))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }
}
