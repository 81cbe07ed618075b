package org.yanqi.bench.bills;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
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
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + heap,
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path")));
            command.addAll(main());
            command.addAll(List.of(postgres.database("bills"), Long.toString(rows)));
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        }
    }

    /** In the executable jar, its launcher finds the classes. */
    private static List<String> main() {
        var isOneJar = !System.getProperty("java.class.path").contains(File.pathSeparator);
        return isOneJar
                ? List.of(
                        "-Dloader.main=" + BillsRun.class.getName(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of(BillsRun.class.getName());
    }
}
