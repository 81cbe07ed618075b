package org.yanqi.app.cmp;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code openssl cmp -port}: OpenSSL's own authority, which returns one prepared certificate and serves one connection at a time. */
final class OpensslServer implements AutoCloseable {
    private final Process process;
    private final Path log;
    private final int port;

    OpensslServer(Path folder, TestPki pki, TestPki.Identity responder, Path prepared, String... more) {
        try {
            this.port = freePort();
            this.log = Files.createTempFile(folder, "openssl", ".log");
            Path root = TestPki.pem(folder.resolve("root.pem"), pki.root());
            List<String> command = new ArrayList<>(List.of(
                    "openssl",
                    "cmp",
                    "-port",
                    Integer.toString(port),
                    "-srv_cert",
                    TestPki.pem(folder.resolve("responder.pem"), responder.certificate())
                            .toString(),
                    "-srv_key",
                    TestPki.pem(
                                    folder.resolve("responder.key"),
                                    responder.keys().getPrivate())
                            .toString(),
                    "-srv_trusted",
                    root.toString(),
                    "-rsp_cert",
                    prepared.toString(),
                    "-rsp_extracerts",
                    root.toString()));
            command.addAll(Arrays.asList(more));
            this.process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            await().atMost(Duration.ofSeconds(20)).until(() -> said().contains("ACCEPT") || !process.isAlive());
            if (!process.isAlive()) {
                throw new IllegalStateException(said());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
