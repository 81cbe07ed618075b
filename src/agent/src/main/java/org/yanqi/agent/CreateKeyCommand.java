package org.yanqi.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.software.SoftwareKeySpec;
import org.yanqi.agent.software.SoftwareKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a software key with a first pair and writes the request for its certificate. */
@Command(
        name = "create-key",
        mixinStandardHelpOptions = true,
        description = "makes a software key and writes a PKCS#10 request (DER) for its first certificate")
final class CreateKeyCommand implements Callable<Integer> {
    @Option(names = "--keys", required = true, description = "directory of software keys")
    private @Nullable Path keys;

    @Option(names = "--serial", required = true, description = "number of the key, also its directory's name")
    private @Nullable String serial;

    @Option(names = "--subject", required = true, description = "distinguished name for the request")
    private @Nullable String subject;

    @Option(names = "--request", required = true, description = "file to write the request to")
    private @Nullable Path request;

    @Option(names = "--algorithm", defaultValue = "SM2", description = "${COMPLETION-CANDIDATES}")
    private KeyAlgorithm algorithm = KeyAlgorithm.SM2;

    @Option(
            names = "--pin",
            defaultValue = SoftwareKeySpec.FACTORY_PIN,
            description = "its first PIN (${DEFAULT-VALUE})")
    private String pin = SoftwareKeySpec.FACTORY_PIN;

    @Option(names = "--slots", defaultValue = "8", description = "key containers that fit (${DEFAULT-VALUE})")
    private int slots;

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        if (keys == null || serial == null || subject == null || request == null) {
            throw new IllegalStateException("picocli lets no required option be missing");
        }
        SoftwareKeySpec spec = SoftwareKeySpec.of(serial, pin).withSlots(slots);
        Files.write(request, SoftwareKeys.create(keys, spec, algorithm, new X500Name(subject)));
        return 0;
    }
}
