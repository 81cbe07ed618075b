package org.yanqi.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the sandbox until it is asked to stop. */
@Command(name = "sandbox", mixinStandardHelpOptions = true, description = "The outside world, for rehearsals.")
public final class SandboxMain implements Callable<Integer> {
    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", defaultValue = "8090", description = "HTTP port (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--smtp-port", defaultValue = "8025", description = "SMTP port (${DEFAULT-VALUE}).")
    private int smtpPort;

    @Option(
            names = "--data",
            defaultValue = "data/sandbox",
            description = "Directory for papers and state (${DEFAULT-VALUE}).")
    private Path data = Path.of("data/sandbox");

    @Option(names = "--public-url", defaultValue = "", description = "How others reach it (http://127.0.0.1:PORT).")
    private String publicUrl = "";

    @Option(
            names = "--tax-delay",
            defaultValue = "1500",
            description = "Milliseconds the tax channel takes (${DEFAULT-VALUE}).")
    private long taxDelay;

    @Option(
            names = "--slowness",
            defaultValue = "3000",
            description = "Milliseconds a slow service takes (${DEFAULT-VALUE}).")
    private long slowness;

    @Option(
            names = "--callback-pauses",
            split = ",",
            description = "Seconds before each repeat of a callback (1,1,2,5,10,20,30,30,60,60,120,300,600,600).")
    private List<Long> pauses = List.of();

    /** Starts it from the command line. */
    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            // Not under logback's own name: in one JVM with the product that would be taken for the product's.
            System.setProperty("logback.configurationFile", "org/yanqi/sandbox/sandbox-logback.xml");
        }
        System.exit(new CommandLine(new SandboxMain()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Duration> repeats = pauses.isEmpty()
                ? SandboxOptions.PAUSES
                : pauses.stream().map(Duration::ofSeconds).toList();
        Sandbox sandbox = Sandbox.start(new SandboxOptions(
                host,
                port,
                smtpPort,
                data,
                publicUrl,
                Duration.ofMillis(taxDelay),
                Duration.ofMillis(slowness),
                repeats,
                Clock.systemUTC()));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            sandbox.close();
                            stopped.countDown();
                        },
                        "sandbox-stop"));
        stopped.await();
        return 0;
    }
}
