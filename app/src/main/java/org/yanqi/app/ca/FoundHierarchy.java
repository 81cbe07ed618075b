package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.certificate.Algorithm;

/** What happens at a key ceremony: makes a root and an issuing authority. */
final class FoundHierarchy {
    private static final Period ROOT_LIFE = Period.ofYears(20);
    private static final Period ISSUING_LIFE = Period.ofYears(10);
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final int SERIAL_BITS = 128;
    private static final int OF_ROOT = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    /** It signs answers about the state of certificates (RFC 6960 §4.2.2.2) and its own messages (RFC 9483 §3.2), too. */
    private static final int OF_ISSUING = OF_ROOT | KeyUsage.digitalSignature;

    private final String organisation;
    private final String publicUrl;
    private final Clock clock;

    /** @param publicUrl address under which the root's revocation list is found */
    FoundHierarchy(String organisation, String publicUrl, Clock clock) {
        this.organisation = organisation;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Everything the ceremony makes; the root's key leaves memory with this. */
    record Founded(Hierarchy hierarchy, KeyPair root) {}

    /** With keys in memory. */
    Founded found(Algorithm algorithm) {
        return found(algorithm, () -> Signing.newPair(algorithm), Signing.PROVIDER);
    }

    /** @param provider uses the private keys of the pairs */
    Founded found(Algorithm algorithm, Supplier<KeyPair> pairs, Provider provider) {
        List<KeyPair> made = AtOnce.all(List.of(pairs, pairs));
        KeyPair root = made.get(0);
        KeyPair issuing = made.get(1);
        ReadyKey rootKey = new ReadyKey(algorithm, root.getPrivate(), provider);
        X500Name rootName = name(algorithm, "Root CA");
        X500Name issuingName = name(algorithm, "Issuing CA");
        X509CertificateHolder rootCertificate =
                certify(rootKey, root, rootName, rootName, root, ROOT_LIFE, new BasicConstraints(1), OF_ROOT, null);
        X509CertificateHolder issuingCertificate = certify(
                rootKey,
                root,
                rootName,
                issuingName,
                issuing,
                ISSUING_LIFE,
                new BasicConstraints(0),
                OF_ISSUING,
                listOf(algorithm));
        return new Founded(
                new Hierarchy(
                        algorithm,
                        rootCertificate,
                        issuingCertificate,
                        new ReadyKey(algorithm, issuing.getPrivate(), provider)),
                root);
    }

    private CRLDistPoint listOf(Algorithm algorithm) {
        GeneralName address = new GeneralName(
                GeneralName.uniformResourceIdentifier, publicUrl + "/ca/" + Hierarchy.slugOf(algorithm) + "-root.crl");
        return new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(address)), null, null)
        });
    }

    private X500Name name(Algorithm algorithm, String what) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, organisation + " " + (algorithm == Algorithm.SM2 ? "SM2 " : "RSA ") + what)
                .build();
    }

    private X509CertificateHolder certify(
            ReadyKey signer,
            KeyPair issuer,
            X500Name issuerName,
            X500Name subject,
            KeyPair keys,
            Period life,
            BasicConstraints constraints,
            int usage,
            @Nullable CRLDistPoint list) {
        Instant from = clock.instant().minus(CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS);
        Instant until = from.atOffset(ZoneOffset.UTC).plus(life).toInstant();
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuerName,
                    new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 2),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, constraints)
                    .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(keys.getPublic()))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            extensions.createAuthorityKeyIdentifier(issuer.getPublic()));
            if (list != null) {
                builder.addExtension(Extension.cRLDistributionPoints, false, list);
            }
            return builder.build(signer.contentSigner());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot certify " + subject, e);
        }
    }
}
