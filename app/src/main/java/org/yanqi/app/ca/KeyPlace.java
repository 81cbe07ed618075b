package org.yanqi.app.ca;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.certificate.Algorithm;
import picocli.CommandLine.Option;

/** Where the keys of an authority lie, as the options of a command say it. */
final class KeyPlace {
    private static final int SHORTEST_SECRET = 12;

    /** A hierarchy as people name it. */
    enum Kind {
        RSA(Algorithm.RSA_2048),
        SM2(Algorithm.SM2);

        private final Algorithm algorithm;

        Kind(Algorithm algorithm) {
            this.algorithm = algorithm;
        }

        Algorithm algorithm() {
            return algorithm;
        }
    }

    @Option(names = "--hierarchy", required = true, description = "RSA or SM2")
    private Kind hierarchy = Kind.RSA;

    @Option(names = "--into", defaultValue = "PKCS12", description = "PKCS12 (files) or PKCS11 (a token; RSA only)")
    private CaProperties.Store into = CaProperties.Store.PKCS12;

    @Option(
            names = "--directory",
            description = "folder of PKCS#12 files and of the root's revocation list, as yanqi.ca.directory")
    private @Nullable Path directory;

    @Option(names = "--secret-file", description = "file with the secret of the PKCS#12 files, as yanqi.ca.secret")
    private @Nullable Path secretFile;

    @Option(names = "--library", description = "shared library of the token, as yanqi.ca.pkcs11.library")
    private @Nullable Path library;

    @Option(names = "--slot", description = "number of its slot, as yanqi.ca.pkcs11.slot; else the first with a token")
    private @Nullable Long slot;

    @Option(names = "--pin-file", description = "file with the PIN of the token's user, as yanqi.ca.pkcs11.pin")
    private @Nullable Path pinFile;

    private final Map<String, String> environment;

    KeyPlace(Map<String, String> environment) {
        this.environment = environment;
    }

    Kind hierarchy() {
        return hierarchy;
    }

    @Nullable
    Path directory() {
        return directory;
    }

    KeyStores open() throws IOException {
        if (into == CaProperties.Store.PKCS11) {
            if (hierarchy == Kind.SM2) {
                throw new IllegalArgumentException(
                        "SM2 keys cannot be made in a token: the JDK's bridge to PKCS#11 knows"
                                + " no SM2; use --into pkcs12");
            }
            return new TokenKeys(
                    new CaProperties.Token(library, slot, secret("PIN of the token", pinFile, "YANQI_CA_PKCS11_PIN")));
        }
        if (directory == null) {
            throw new IllegalArgumentException("--directory says where the PKCS#12 files go");
        }
        String secret = secret("secret of the PKCS#12 files", secretFile, "YANQI_CA_SECRET");
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("the secret must have at least " + SHORTEST_SECRET + " characters");
        }
        return new KeyFiles(directory, secret);
    }

    private String secret(String what, @Nullable Path file, String variable) throws IOException {
        if (file != null) {
            return Files.readString(file).strip();
        }
        if (environment.containsKey(variable)) {
            return environment.get(variable);
        }
        Console console = System.console();
        if (console == null) {
            throw new IllegalArgumentException("no " + what + ": name a file, or set " + variable);
        }
        return new String(console.readPassword("%s: ", what));
    }
}
