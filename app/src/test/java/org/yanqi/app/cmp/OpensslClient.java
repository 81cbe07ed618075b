package org.yanqi.app.cmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;

/** {@code openssl cmp} as a client of an address, with the key and certificate of one holder. */
public final class OpensslClient {
    private final Path folder;
    private final int port;
    private final TestPki.Identity own;
    private final List<X509CertificateHolder> trusted;

    public OpensslClient(Path folder, int port, TestPki.Identity own, List<X509CertificateHolder> trusted) {
        this.folder = folder;
        this.port = port;
        this.own = own;
        this.trusted = trusted;
    }

    /** What came of a run. */
    public record Ran(int exit, String said, Path certificate) {
        public X509CertificateHolder issued() {
            try (PEMParser parser = new PEMParser(Files.newBufferedReader(certificate))) {
                return (X509CertificateHolder) parser.readObject();
            } catch (IOException e) {
                throw new UncheckedIOException(said, e);
            }
        }
    }

    /** @param more arguments, the command first */
    public Ran run(Object... more) {
        try {
            Path certificate = folder.resolve("issued-" + UUID.randomUUID() + ".pem");
            List<String> command = new ArrayList<>(List.of(
                    "openssl",
                    "cmp",
                    "-server",
                    "127.0.0.1:" + port + "/ca/cmp",
                    "-cert",
                    TestPki.pem(folder.resolve("own.pem"), own.certificate()).toString(),
                    "-key",
                    TestPki.pem(folder.resolve("own.key"), own.keys().getPrivate())
                            .toString(),
                    "-trusted",
                    TestPki.pem(folder.resolve("trusted.pem"), trusted.toArray())
                            .toString(),
                    "-certout",
                    certificate.toString(),
                    "-cmd"));
            Arrays.stream(more).map(Object::toString).forEach(command::add);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), said, certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
