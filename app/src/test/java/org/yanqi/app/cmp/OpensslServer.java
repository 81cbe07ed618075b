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

/** OpenSSL's own authority and responder, each serving one connection at a time. */
final class OpensslServer implements AutoCloseable {
    private final Process process;
    private final Path log;
    private final int port;

    private OpensslServer(Path folder, int port, List<String> command) {
        this.port = port;
        try {
            this.log = Files.createTempFile(folder, "openssl", ".log");
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

    /** {@code openssl cmp -port}: returns one prepared certificate. */
    static OpensslServer cmp(Path folder, TestPki pki, TestPki.Identity responder, Path prepared, String... more) {
        return cmp(
                folder,
                pki,
                prepared,
                List.of("-srv_cert", certificate(folder, responder), "-srv_key", key(folder, responder)),
                more);
    }

    /** The same, with a secret that both sides share. */
    static OpensslServer mac(Path folder, TestPki pki, String secret, Path prepared, String... more) {
        return cmp(folder, pki, prepared, List.of("-srv_ref", "yanqi", "-srv_secret", "pass:" + secret), more);
    }

    private static OpensslServer cmp(Path folder, TestPki pki, Path prepared, List<String> protection, String... more) {
        int port = freePort();
        String root = TestPki.pem(folder.resolve("root.pem"), pki.root()).toString();
        List<String> command = new ArrayList<>(List.of("openssl", "cmp", "-port", Integer.toString(port)));
        command.addAll(protection);
        command.addAll(List.of(
                "-srv_trusted", root, "-rsp_cert", prepared.toString(), "-rsp_extracerts", root, "-accept_raverified"));
        command.addAll(Arrays.asList(more));
        return new OpensslServer(folder, port, command);
    }

    /** {@code openssl ocsp -port}: answers by an index of certificates, as {@code openssl ca} keeps it. */
    static OpensslServer ocsp(Path folder, TestPki pki, TestPki.Identity signer, Path index, String... more) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "ocsp",
                "-port",
                Integer.toString(port),
                "-index",
                index.toString(),
                "-CA",
                TestPki.pem(folder.resolve("root.pem"), pki.root()).toString(),
                "-rsigner",
                certificate(folder, signer),
                "-rkey",
                key(folder, signer)));
        command.addAll(Arrays.asList(more));
        return new OpensslServer(folder, port, command);
    }

    private static String certificate(Path folder, TestPki.Identity identity) {
        return TestPki.pem(folder.resolve("responder.pem"), identity.certificate())
                .toString();
    }

    private static String key(Path folder, TestPki.Identity identity) {
        return TestPki.pem(folder.resolve("responder.key"), identity.keys().getPrivate())
                .toString();
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

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
