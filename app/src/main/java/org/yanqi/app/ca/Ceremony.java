package org.yanqi.app.ca;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.certificate.Algorithm;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The key ceremony: makes root and issuing authority of one hierarchy before two witnesses and prints the sheet that they
 * sign. Never touches keys that exist.
 */
@Command(
        name = "ca-ceremony",
        mixinStandardHelpOptions = true,
        description = "Makes a root and an issuing certification authority, and prints a sheet for two witnesses.",
        footer = "Secrets come from files, from the environment (YANQI_CA_SECRET, YANQI_CA_PKCS11_PIN), or are asked"
                + " for.")
public final class Ceremony implements Callable<Integer> {
    private static final int SHORTEST_SECRET = 12;

    /** A hierarchy as people name it. */
    enum Kind {
        RSA(Algorithm.RSA_2048),
        SM2(Algorithm.SM2);

        private final Algorithm algorithm;

        Kind(Algorithm algorithm) {
            this.algorithm = algorithm;
        }
    }

    @Option(names = "--hierarchy", required = true, description = "RSA or SM2")
    private Kind hierarchy = Kind.RSA;

    @Option(names = "--into", defaultValue = "PKCS12", description = "PKCS12 (files) or PKCS11 (a token; RSA only)")
    private CaProperties.Store into = CaProperties.Store.PKCS12;

    @Option(names = "--directory", description = "folder of PKCS#12 files, as yanqi.ca.directory")
    private @Nullable Path directory;

    @Option(names = "--secret-file", description = "file with the secret of the PKCS#12 files, as yanqi.ca.secret")
    private @Nullable Path secretFile;

    @Option(names = "--library", description = "shared library of the token, as yanqi.ca.pkcs11.library")
    private @Nullable Path library;

    @Option(names = "--slot", description = "number of its slot, as yanqi.ca.pkcs11.slot; else the first with a token")
    private @Nullable Long slot;

    @Option(names = "--pin-file", description = "file with the PIN of the token's user, as yanqi.ca.pkcs11.pin")
    private @Nullable Path pinFile;

    @Option(names = "--organisation", defaultValue = "Yanqi", description = "name of the authority (${DEFAULT-VALUE})")
    private String organisation = "Yanqi";

    @Option(names = "--witness", required = true, description = "who watches; twice, two persons")
    private List<String> witnesses = List.of();

    @Option(names = "--sheet", description = "file that gets the sheet too; it must not exist")
    private @Nullable Path sheet;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;
    private final Map<String, String> environment;

    Ceremony(Clock clock, Map<String, String> environment) {
        this.clock = clock;
        this.environment = environment;
    }

    /** @return the command's exit code */
    public static int run(Clock clock, Map<String, String> environment, String... arguments) {
        return run(new CommandLine(new Ceremony(clock, environment)), arguments);
    }

    static int run(CommandLine command, String... arguments) {
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("The ceremony stops: " + failure.getMessage());
                    return line.getCommandSpec().exitCodeOnExecutionException();
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        if (witnesses.size() != 2
                || witnesses.get(0).strip().equals(witnesses.get(1).strip())) {
            throw new IllegalArgumentException("a ceremony has two witnesses: --witness twice, two persons");
        }
        if (sheet != null && Files.exists(sheet)) {
            throw new IllegalArgumentException(sheet + " exists; a sheet is never overwritten");
        }
        Algorithm algorithm = hierarchy.algorithm;
        KeyStores keys = keys();
        if (keys.holdsAny(algorithm)) {
            throw new IllegalStateException("there are keys of a " + hierarchy + " authority in the " + keys.describe()
                    + " already; they are never overwritten");
        }
        FoundHierarchy.Founded founded = new FoundHierarchy(organisation, clock)
                .found(algorithm, () -> keys.newPair(algorithm), keys.provider());
        keys.keep(founded);
        String text = CeremonySheet.of(founded.hierarchy(), keys.describe(), clock.instant(), witnesses);
        if (sheet != null) {
            Files.writeString(sheet, text, StandardOpenOption.CREATE_NEW);
        }
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
        out.print(text);
        out.flush();
        return 0;
    }

    private KeyStores keys() throws IOException {
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
