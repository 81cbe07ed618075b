package org.yanqi.e2e.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.byteman.agent.Main;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL and the sandbox, which live on, and the product's JVM, which is killed and started again. */
final class World {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path SANDBOX = Path.of("..", "sandbox", "target", "yanqi-sandbox-1.0.0-SNAPSHOT-exec.jar");

    /** Long enough for a machine that has much else to do; nothing waits for it that comes earlier. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    final Path root;
    private final Path faults;
    private final EmbeddedPostgres postgres;
    private final Process sandbox;
    private final List<Integer> ports;
    private Process server;
    private int lives;

    private static World shared;

    /** One world for all fault tests of a run; its processes end with this one. */
    static synchronized World shared() throws Exception {
        if (shared == null) {
            shared = new World();
            shared.awaitServer();
        }
        return shared;
    }

    private World() throws Exception {
        root = Path.of("target", "faults").toAbsolutePath();
        FileSystemUtils.deleteRecursively(root);
        faults = Files.createDirectories(root.resolve("armed"));
        ports = freePorts(4);
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .start();
        Path papers = root.resolve("sandbox").resolve("merchant.properties");
        sandbox = start(
                "sandbox",
                List.of(
                        "-Xmx160m",
                        "-jar",
                        SANDBOX.toString(),
                        "--port",
                        port(1),
                        "--smtp-port",
                        port(2),
                        "--data",
                        root.resolve("sandbox").toString(),
                        "--public-url",
                        "http://127.0.0.1:" + port(1)));
        Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(papers));
        server = startServer();
        Runtime.getRuntime().addShutdownHook(new Thread(this::endProcesses, "end-faults"));
    }

    private Process startServer() throws IOException {
        lives++;
        return start(
                "server-" + lives,
                List.of(
                        "-Xmx700m",
                        "-javaagent:%s=script:%s".formatted(byteman(), script()),
                        "-D" + Halt.FOLDER + "=" + faults,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RehearsedServer.class.getName(),
                        root.toString(),
                        port(0),
                        port(1),
                        port(2),
                        port(3),
                        postgres.getJdbcUrl("postgres", "postgres")));
    }

    /** Waits until the product takes requests. */
    void awaitServer() {
        Awaitility.await("the server, see " + root)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> server.isAlive() && door("/").isEmpty());
    }

    /** kill -9. */
    void killServer() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    void startServerAgain() throws IOException {
        database().endLocks();
        server = startServer();
        awaitServer();
    }

    /** Lets the next thread of the product that comes to this point stand still there. */
    void arm(String point) throws IOException {
        Files.createFile(faults.resolve(point));
    }

    boolean reached(String point) {
        return Files.exists(faults.resolve(point + ".reached"));
    }

    void forgetPoints() throws IOException {
        FileSystemUtils.deleteRecursively(faults);
        Files.createDirectories(faults);
    }

    String origin() {
        return "http://localhost:" + port(0);
    }

    String sandbox(String path) throws IOException, InterruptedException {
        return get("http://127.0.0.1:" + port(1) + path);
    }

    /** What the test's door in the product answers; throws IllegalStateException if it refuses. */
    String door(String path) throws IOException, InterruptedException {
        return get("http://127.0.0.1:" + port(3) + path);
    }

    private static String get(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(120))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(url + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    Database database() {
        return new Database(postgres.getPostgresDatabase());
    }

    /** A Java program of this test, or of a jar, in a process of its own. */
    Process start(String name, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(name + ".log").toFile())
                .start();
    }

    private static Path byteman() {
        return Path.of(URI.create(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static Path script() {
        try {
            return Path.of(World.class.getResource("points.btm").toURI());
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String port(int at) {
        return ports.get(at).toString();
    }

    static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            sockets.add(new ServerSocket(0));
        }
        List<Integer> free = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return free;
    }

    private void endProcesses() {
        server.destroyForcibly();
        sandbox.destroyForcibly();
        try {
            postgres.close();
        } catch (IOException late) {
            System.err.println("PostgreSQL did not stop: " + late.getMessage());
        }
    }
}
