package org.yanqi.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.yanqi.app.YanqiApplication;
import org.yanqi.demo.sample.OutsideControls;
import org.yanqi.demo.sample.SampleData;
import org.yanqi.demo.sample.SampleDay;
import org.yanqi.process.calendar.Shanghai;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the sandbox, the product with sample data, and the key agent; prints where to go. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "The whole of Yanqi on this machine.")
public class DemoMain implements Callable<Integer> {

    @Option(names = "--database", defaultValue = "h2", description = "h2 (default) or postgres")
    String database = "h2";

    @Option(names = "--data", defaultValue = "data/demo", description = "where everything is kept")
    Path data = Path.of("data/demo");

    @Option(names = "--fresh", description = "forget what is kept and begin anew")
    boolean fresh;

    @Option(names = "--stories-only", description = "only the companies of the stories, empty queues")
    boolean storiesOnly;

    @Option(
            names = "--sample-clock",
            description =
                    "Shanghai time to which the sample data leads, as in 2026-03-02T10:00; usually the first start's")
    @Nullable
    LocalDateTime sampleClock;

    @Option(names = "--port", defaultValue = "8080")
    int port;

    @Option(names = "--sandbox-port", defaultValue = "8090")
    int sandboxPort;

    @Option(names = "--smtp-port", defaultValue = "8025")
    int smtpPort;

    @Option(names = "--agent-port", defaultValue = "18580")
    int agentPort;

    @Option(names = "--postgres-port", defaultValue = "8054")
    int postgresPort;

    @Option(names = "--sandbox-jar", required = true)
    Path sandboxJar = Path.of("");

    @Option(names = "--agent-jar", required = true)
    Path agentJar = Path.of("");

    public static void main(String[] arguments) {
        var code = new CommandLine(new DemoMain()).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws Exception {
        var root = data.toAbsolutePath().normalize();
        if (fresh) {
            FileSystemUtils.deleteRecursively(root);
        }
        Files.createDirectories(root);
        var addresses = new DemoAddresses(port, sandboxPort, smtpPort, agentPort);
        var sandbox = startSandbox(root, addresses);
        sandbox.await(URI.create(addresses.sandbox()));
        var settings = new HashMap<>(DemoSettings.of(root, addresses, agentJar));
        if (database.equals("postgres")) {
            settings.putAll(startPostgres(root));
        }
        var application = new SpringApplication(YanqiApplication.class, DemoConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        // as arguments, because those alone win over the product's own application.yaml
        var context = application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
        fill(context);
        context.getBean(OutsideControls.class).pushParcelsTo(DemoSettings.parcelPushes(addresses));
        var agent = startAgent(root, addresses);
        agent.await(URI.create(addresses.agent()));
        System.out.println(Welcome.text(addresses));
        return 0;
    }

    private ChildProcess startSandbox(Path root, DemoAddresses addresses) throws IOException {
        return ChildProcess.start(
                "sandbox",
                sandboxJar,
                root,
                "160m",
                List.of(
                        "--port", String.valueOf(sandboxPort),
                        "--smtp-port", String.valueOf(smtpPort),
                        "--data", root.resolve("sandbox").toString(),
                        "--public-url", addresses.sandbox()));
    }

    private ChildProcess startAgent(Path root, DemoAddresses addresses) throws IOException {
        var config = root.resolve("agent.properties");
        Files.writeString(config, "origins=" + addresses.product() + "\n");
        return ChildProcess.start(
                "agent",
                agentJar,
                root,
                "96m",
                List.of(
                        "--port", String.valueOf(agentPort),
                        "--config", config.toString(),
                        "--keys", root.resolve("keys").toString()));
    }

    private Map<String, Object> startPostgres(Path root) throws IOException {
        var postgres = EmbeddedPostgres.builder()
                .setPort(postgresPort)
                .setDataDirectory(root.resolve("postgres"))
                .setOverrideWorkingDirectory(root.resolve("postgres-binaries").toFile())
                .setCleanDataDirectory(false)
                // the binaries' wrapper is made for tests and would not wait for the disk
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(Duration.ofSeconds(30))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres), "end-postgres"));
        return Map.of(
                "spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "");
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException late) {
            System.err.println("PostgreSQL did not stop: " + late.getMessage());
        }
    }

    private void fill(ConfigurableApplicationContext context) throws Exception {
        var sample = context.getBean(SampleData.class);
        if (sample.isMissing()) {
            var day = sampleClock == null
                    ? context.getBean(Clock.class).instant()
                    : sampleClock.atZone(Shanghai.ZONE).toInstant();
            sample.make(storiesOnly ? SampleData.Size.STORIES : SampleData.Size.REAL, new SampleDay(day));
        }
    }
}
