package org.yanqi.app.ca;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Signs a root's revocation list again where the root's key is, and revokes an issuing authority in it. The product takes the
 * list from its file, wherever it was signed.
 */
@Command(
        name = "ca-root-list",
        mixinStandardHelpOptions = true,
        description = "Signs the revocation list of a root again, with an issuing authority revoked if one is named.",
        footer = "Secrets come from files, from the environment (YANQI_CA_SECRET, YANQI_CA_PKCS11_PIN), or are asked"
                + " for.")
public final class RenewRootList implements Callable<Integer> {
    static final Duration USUAL_VALIDITY = Duration.ofDays(180);

    @Mixin
    private final KeyPlace place;

    @Option(
            names = "--validity",
            defaultValue = "P180D",
            description = "how long the list may be relied upon (${DEFAULT-VALUE})")
    private Duration validity = USUAL_VALIDITY;

    @Option(
            names = "--number",
            defaultValue = "1",
            description = "least number of the list, if the one that is published has a higher one than the file here")
    private long number = 1;

    @Option(names = "--revoke", description = "certificate of an issuing authority, as the product serves it or in PEM")
    private @Nullable Path revoke;

    @Option(
            names = "--reason",
            defaultValue = "UNSPECIFIED",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Reason reason = Reason.UNSPECIFIED;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    RenewRootList(Clock clock, Map<String, String> environment) {
        this.clock = clock;
        this.place = new KeyPlace(environment);
    }

    /** @return the command's exit code */
    public static int run(Clock clock, Map<String, String> environment, String... arguments) {
        return Ceremony.run(new CommandLine(new RenewRootList(clock, environment)), arguments);
    }

    @Override
    public Integer call() throws IOException {
        Path directory = place.directory();
        if (directory == null) {
            throw new IllegalArgumentException("--directory says where the list lies");
        }
        KeyStores keys = place.open();
        RootList.Root root = keys.root(place.hierarchy().algorithm())
                .orElseThrow(() -> new IllegalStateException("the root's key is not in the " + keys.describe()));
        RootListFile file = RootListFile.in(directory, place.hierarchy().algorithm());
        RootList last = file.read(root.certificate()).orElse(null);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<BigInteger, RootList.Revoked> revoked = new TreeMap<>();
        if (last != null) {
            revoked.putAll(last.revoked());
        }
        if (revoke != null) {
            revoked.putIfAbsent(
                    issuedBy(root.certificate(), revoke).getSerialNumber(), new RootList.Revoked(now, reason.number()));
        }
        RootList signed =
                RootList.sign(root, Math.max(number, last == null ? 1 : last.number() + 1), revoked, now, validity);
        file.write(signed);
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
        out.printf(
                "%s: number %d, good until %s, %d revoked%n",
                file.path(), signed.number(), signed.nextUpdate(), revoked.size());
        out.flush();
        return 0;
    }

    private static X509CertificateHolder issuedBy(X509CertificateHolder root, Path file) throws IOException {
        X509CertificateHolder certificate = read(Files.readAllBytes(file));
        try {
            if (certificate != null
                    && BasicConstraints.fromExtensions(certificate.getExtensions()) != null
                    && !certificate.equals(root)
                    && certificate.getIssuer().equals(root.getSubject())
                    && certificate.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(Signing.PROVIDER)
                            .build(root.getSubjectPublicKeyInfo()))) {
                return certificate;
            }
        } catch (CertException | OperatorCreationException e) {
            throw new IllegalArgumentException(file + " cannot be verified", e);
        }
        throw new IllegalArgumentException(file + " is no certificate of an authority below this root");
    }

    private static @Nullable X509CertificateHolder read(byte[] file) throws IOException {
        if (file.length > 0 && file[0] == BERTags.SEQUENCE + BERTags.CONSTRUCTED) {
            return new X509CertificateHolder(file);
        }
        try (PEMParser parser = new PEMParser(new StringReader(new String(file, StandardCharsets.US_ASCII)))) {
            return parser.readObject() instanceof X509CertificateHolder certificate ? certificate : null;
        }
    }
}
