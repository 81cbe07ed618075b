package org.yanqi.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The demo's own jars started as a person starts them, on free ports. */
final class RunningDemo implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    /** Long enough for a machine that has much else to do; nothing waits for it that comes earlier. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path log;
    private final int port;
    private final int sandboxPort;
    private final int agentPort;

    private RunningDemo(Process process, Path log, int port, int sandboxPort, int agentPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.sandboxPort = sandboxPort;
        this.agentPort = agentPort;
    }

    /** Starts it with nothing there yet, as a newcomer does, and waits until it has built its sample and is ready. */
    static RunningDemo start() throws IOException, InterruptedException {
        var data = Path.of("target", "demo").toAbsolutePath();
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        var ports = freePorts(5);
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx640m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-jar",
                jar("demo"),
                "--sandbox-jar",
                jar("sandbox"),
                "--agent-jar",
                jar("agent"),
                "--data",
                data.toString(),
                "--port",
                ports.get(0).toString(),
                "--sandbox-port",
                ports.get(1).toString(),
                "--smtp-port",
                ports.get(2).toString(),
                "--agent-port",
                ports.get(3).toString(),
                "--postgres-port",
                ports.get(4).toString());
        var log = data.resolve("demo.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // what fails for good comes to the desk within seconds instead of an hour
        builder.environment().put("YANQI_WORKERS_PAUSES", "PT1S,PT3S");
        var process = builder.start();
        var demo = new RunningDemo(process, log, ports.get(0), ports.get(1), ports.get(3));
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "end-demo"));
        demo.awaitReady();
        return demo;
    }

    private static String jar(String module) {
        return ROOT.resolve("src/" + module + "/target/yanqi-" + module + "-1.0.0-SNAPSHOT-exec.jar")
                .toString();
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        for (var at = 0; at < count; at++) {
            sockets.add(new ServerSocket(0));
        }
        var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (var socket : sockets) {
            socket.close();
        }
        return ports;
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (var given = System.nanoTime(); System.nanoTime() - given < PATIENCE.toNanos(); ) {
            if (Files.readString(log).contains("Yanqi is ready")) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        throw new IOException("the demo did not become ready:\n" + Files.readString(log));
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    String sandbox(String path) {
        return "http://127.0.0.1:" + sandboxPort + path;
    }

    String agent(String path) {
        return "http://127.0.0.1:" + agentPort + path;
    }

    /** Ends the key agent, as a customer does who has not started it. */
    AgentStop stopAgent() throws InterruptedException {
        var agent = process.descendants()
                .filter(one -> one.info().commandLine().orElse("").contains("yanqi-agent"))
                .findFirst()
                .orElseThrow();
        var command = new ArrayList<>(List.of(agent.info().command().orElseThrow()));
        command.addAll(List.of(agent.info().arguments().orElseThrow()));
        agent.destroy();
        while (agent.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return () -> startAgent(command);
    }

    /** Starts the agent again that was stopped. */
    interface AgentStop {
        void startAgain() throws IOException, InterruptedException;
    }

    private void startAgent(List<String> command) throws IOException, InterruptedException {
        var agent = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        log.resolveSibling("agent.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(agent::destroy, "end-agent"));
        for (var tries = 0; tries < 300 && agent.isAlive(); tries++) {
            try {
                get(agent("/"));
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IOException("the agent did not start again");
    }

    /** What the sandbox answers to a command, as JSON text. */
    String get(String url) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** What the house's own promises, asked as queries, answer to an administrator: UP, and no row found. */
    String promises() throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString("guanli:demo-2026-Yanqi".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(url("/actuator/health/invariants")))
                .header("Authorization", "Basic " + login)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
