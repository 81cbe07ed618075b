package org.yanqi.app.ca;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.certificate.Algorithm;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Mixin
    private final KeyPlace place;

    @Option(names = "--organisation", defaultValue = "Yanqi", description = "name of the authority (${DEFAULT-VALUE})")
    private String organisation = "Yanqi";

    @Option(
            names = "--public-url",
            required = true,
            description =
                    "address of the product, as yanqi.ca.public-url: the root's revocation list is found under it")
    private String publicUrl = "";

    @Option(names = "--witness", required = true, description = "who watches; twice, two persons")
    private List<String> witnesses = List.of();

    @Option(names = "--sheet", description = "file that gets the sheet too; it must not exist")
    private @Nullable Path sheet;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    Ceremony(Clock clock, Map<String, String> environment) {
        this.clock = clock;
        this.place = new KeyPlace(environment);
    }

    /** @return the command's exit code */
    public static int run(Clock clock, Map<String, String> environment, String... arguments) {
        return run(new CommandLine(new Ceremony(clock, environment)), arguments);
    }

    static int run(CommandLine command, String... arguments) {
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(line.getCommandName() + " stops: " + failure.getMessage());
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
        Algorithm algorithm = place.hierarchy().algorithm();
        KeyStores keys = place.open();
        if (keys.holdsAny(algorithm)) {
            throw new IllegalStateException("there are keys of a " + place.hierarchy() + " authority in the "
                    + keys.describe() + " already; they are never overwritten");
        }
        FoundHierarchy.Founded founded = new FoundHierarchy(organisation, publicUrl, clock)
                .found(algorithm, () -> keys.newPair(algorithm), keys.provider());
        keys.keep(founded);
        firstList(founded, keys);
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

    /** Says that nobody is revoked yet; keys in a token sign it at the product's first start, if there is no folder for it. */
    private void firstList(FoundHierarchy.Founded founded, KeyStores keys) throws IOException {
        Path directory = place.directory();
        if (directory != null) {
            Algorithm algorithm = founded.hierarchy().algorithm();
            RootList.Root root = new RootList.Root(
                    founded.hierarchy().root(),
                    new ReadyKey(algorithm, founded.root().getPrivate(), keys.provider()));
            RootListFile.in(directory, algorithm)
                    .write(RootList.sign(
                            root,
                            1,
                            Map.of(),
                            clock.instant().truncatedTo(ChronoUnit.SECONDS),
                            RenewRootList.USUAL_VALIDITY));
        }
    }
}
