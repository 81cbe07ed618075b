package org.yanqi.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A stand-in that runs in a process of its own, as it would outside, and ends with the demo. */
final class ChildProcess implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String name;
    private final Process process;
    private final Path output;

    private ChildProcess(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a jar.
     *
     * @param memory the largest heap, as in {@code 128m}
     */
    static ChildProcess start(String name, Path jar, Path data, String memory, List<String> arguments)
            throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException(jar + " is missing; ./yanqi demo builds it");
        }
        Files.createDirectories(data);
        var output = data.resolve(name + ".log");
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-jar",
                jar.toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        var child = new ChildProcess(name, process, output);
        Runtime.getRuntime().addShutdownHook(new Thread(child::close, "end-" + name));
        return child;
    }

    /**
     * Waits until the address answers anything below 500.
     *
     * @throws IOException if the process ended, or did not answer within 60 seconds
     */
    void await(URI address) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
        for (var tries = 0; tries < 300; tries++) {
            if (!process.isAlive()) {
                throw new IOException(name + " ended at once; see " + output);
            }
            try {
                if (HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IOException(name + " does not answer at " + address + "; see " + output);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
