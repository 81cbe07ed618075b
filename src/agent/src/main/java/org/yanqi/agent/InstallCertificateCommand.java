package org.yanqi.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.software.SoftwareKeySpec;
import org.yanqi.agent.software.SoftwareKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the first certificate(s) onto a software key. */
@Command(
        name = "install-certificate",
        mixinStandardHelpOptions = true,
        description = "writes the first certificate(s), DER, onto a software key")
final class InstallCertificateCommand implements Callable<Integer> {
    @Option(names = "--keys", required = true, description = "directory of software keys")
    private @Nullable Path keys;

    @Option(names = "--serial", required = true, description = "number of the key")
    private @Nullable String serial;

    @Option(names = "--certificate", required = true, description = "signing certificate")
    private @Nullable Path certificate;

    @Option(names = "--encryption", description = "encryption certificate")
    private @Nullable Path encryption;

    @Option(names = "--envelope", description = "its SM2EnvelopedKey")
    private @Nullable Path envelope;

    @Option(
            names = "--pin",
            defaultValue = SoftwareKeySpec.FACTORY_PIN,
            description = "the key's PIN (${DEFAULT-VALUE})")
    private String pin = SoftwareKeySpec.FACTORY_PIN;

    @Override
    public Integer call() throws IOException, KeyTrouble {
        if (keys == null || serial == null || certificate == null) {
            throw new IllegalStateException("picocli lets no required option be missing");
        }
        SoftwareKeys.certify(
                keys,
                serial,
                pin.toCharArray(),
                new X509CertificateHolder(Files.readAllBytes(certificate)),
                encryption == null ? null : new X509CertificateHolder(Files.readAllBytes(encryption)),
                envelope == null ? null : Files.readAllBytes(envelope));
        return 0;
    }
}
