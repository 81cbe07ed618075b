package org.yanqi.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.key.UsbKey;
import org.yanqi.agent.pkcs11.Pkcs11Reader;
import org.yanqi.agent.pkcs11.Pkcs11Settings;

/** SoftHSM's tokens, which behave like USB keys behind PKCS#11. Its library looks for tokens once a process, so all are made before. */
final class SoftHsm {
    static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final int TOKENS = 10;
    private static final Iterator<UsbKey> FRESH = make();

    private SoftHsm() {}

    /** A token that no other test has had. */
    static UsbKey token() {
        return FRESH.next();
    }

    /** What an agent needs to see this token only. */
    static Pkcs11Settings settings(UsbKey token) throws Exception {
        // SoftHSM derives the slot's number from the end of the token's serial.
        long slot = Long.parseLong(token.serial().substring(token.serial().length() - 8), 16) & 0x7fffffffL;
        return new Pkcs11Settings(LIBRARY, slot);
    }

    /** Gives a token its first certified pair, as a counter does. */
    static X509CertificateHolder enrol(UsbKey token, KeyAlgorithm algorithm, TestAuthority authority) throws Exception {
        try (UnlockedKey open = token.unlock(Bench.PIN.toCharArray())) {
            Container pair = open.generate(algorithm, "enrolment");
            X509CertificateHolder certificate = authority.issue(Bench.COMPANY, algorithm.publicKey(pair.publicKey()));
            open.writeCertificate(pair.id(), certificate);
            token.activate(pair.id());
            return certificate;
        }
    }

    private static Iterator<UsbKey> make() {
        try {
            Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
            Path tokens = Files.createTempDirectory(configuration.getParent(), "tokens");
            Files.writeString(
                    configuration,
                    "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            for (int at = 0; at < TOKENS; at++) {
                run(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "T" + at,
                        "--pin",
                        Bench.PIN,
                        "--so-pin",
                        "88888888");
            }
            List<UsbKey> made =
                    Pkcs11Reader.of(new Pkcs11Settings(LIBRARY, null)).inserted();
            return made.iterator();
        } catch (Exception notInstalled) {
            throw new IllegalStateException("the tests need Debian's softhsm2", notInstalled);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
