package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.ProofOfKey;

/** The rules a specimen must keep: the basics of RFC 5280 and the profile. */
final class Lints {
    private static final int LONGEST_SERIAL_OCTETS = 20;
    private static final int FEWEST_SERIAL_BITS = 64;
    private static final int WEAKEST_RSA = 2048;
    private static final Set<ASN1ObjectIdentifier> CRITICAL = Set.of(Extension.basicConstraints, Extension.keyUsage);

    static final List<Lint> ALL = List.of(
            new Lint("version-3 (RFC 5280 4.1.2.1)", s -> s.certificate().getVersionNumber() == 3),
            new Lint(
                    "serial-positive-short-unpredictable (RFC 5280 4.1.2.2)",
                    s -> isSerial(s.certificate().getSerialNumber())),
            new Lint(
                    "issuer-is-this-authority (RFC 5280 4.1.2.4)",
                    s -> s.certificate()
                            .getIssuer()
                            .equals(s.hierarchy().issuing().getSubject())),
            new Lint(
                    "subject-complete (RFC 5280 4.1.2.6)",
                    s -> isComplete(s.certificate().getSubject())),
            new Lint(
                    "validity-in-order (RFC 5280 4.1.2.5)",
                    s -> s.certificate().getNotBefore().before(s.certificate().getNotAfter())),
            new Lint("validity-within-profile", Lints::isWithinProfile),
            new Lint(
                    "validity-within-issuer",
                    s -> !s.certificate()
                            .getNotAfter()
                            .after(s.hierarchy().issuing().getNotAfter())),
            new Lint(
                    "key-of-profile-and-strong",
                    s -> isStrong(
                            s.certificate().getSubjectPublicKeyInfo(),
                            s.profile().algorithm())),
            new Lint("signature-algorithm-agrees (RFC 5280 4.1.1.2)", Lints::signatureAgrees),
            new Lint("basic-constraints-critical-not-ca (RFC 5280 4.2.1.9)", s -> {
                Extension extension = s.certificate().getExtension(Extension.basicConstraints);
                return extension != null
                        && extension.isCritical()
                        && !BasicConstraints.getInstance(extension.getParsedValue())
                                .isCA();
            }),
            new Lint("key-usage-critical-of-profile (RFC 5280 4.2.1.3)", s -> {
                Extension extension = s.certificate().getExtension(Extension.keyUsage);
                return extension != null
                        && extension.isCritical()
                        && new KeyUsage(s.profile().keyUsage())
                                .equals(KeyUsage.getInstance(extension.getParsedValue()));
            }),
            new Lint("authority-key-identifier-is-issuers (RFC 5280 4.2.1.1)", Lints::pointsAtIssuer),
            new Lint("subject-key-identifier (RFC 5280 4.2.1.2)", s -> has(s, Extension.subjectKeyIdentifier)),
            new Lint(
                    "revocation-can-be-asked",
                    s -> has(s, Extension.cRLDistributionPoints) && has(s, Extension.authorityInfoAccess)),
            new Lint(
                    "no-unknown-critical-extension (RFC 5280 4.2)",
                    s -> CRITICAL.containsAll(s.certificate().getCriticalExtensionOIDs())));

    private Lints() {}

    /** @return names of the rules that this specimen breaks */
    static List<String> broken(Specimen specimen) {
        return ALL.stream()
                .filter(lint -> !holds(lint, specimen))
                .map(Lint::name)
                .toList();
    }

    private static boolean holds(Lint lint, Specimen specimen) {
        try {
            return lint.holds().test(specimen);
        } catch (RuntimeException e) {
            // an extension that cannot even be parsed keeps no rule
            return false;
        }
    }

    private static boolean has(Specimen s, ASN1ObjectIdentifier extension) {
        return s.certificate().getExtension(extension) != null;
    }

    private static boolean isSerial(BigInteger serial) {
        return serial.signum() > 0
                && serial.toByteArray().length <= LONGEST_SERIAL_OCTETS
                && serial.bitLength() > FEWEST_SERIAL_BITS;
    }

    private static boolean isComplete(X500Name subject) {
        RDN[] country = subject.getRDNs(BCStyle.C);
        RDN[] name = subject.getRDNs(BCStyle.CN);
        return country.length == 1
                && country[0].getFirst().getValue().toString().matches("[A-Z]{2}")
                && name.length == 1
                && !name[0].getFirst().getValue().toString().isBlank();
    }

    private static boolean isWithinProfile(Specimen s) {
        Instant from = s.certificate().getNotBefore().toInstant();
        Instant longest =
                from.atOffset(ZoneOffset.UTC).plus(s.profile().longest()).toInstant();
        return !s.certificate().getNotAfter().toInstant().isAfter(longest);
    }

    private static boolean isStrong(SubjectPublicKeyInfo key, Algorithm algorithm) {
        if (algorithm == Algorithm.SM2) {
            ASN1Encodable curve = key.getAlgorithm().getParameters();
            return GMObjectIdentifiers.sm2p256v1.equals(curve);
        }
        return PKCSObjectIdentifiers.rsaEncryption.equals(key.getAlgorithm().getAlgorithm())
                && RSAPublicKey.getInstance(parse(key)).getModulus().bitLength() >= WEAKEST_RSA;
    }

    private static ASN1Encodable parse(SubjectPublicKeyInfo key) {
        try {
            return key.parsePublicKey();
        } catch (IOException e) {
            throw new IllegalArgumentException("not a key", e);
        }
    }

    private static boolean signatureAgrees(Specimen s) {
        var structure = s.certificate().toASN1Structure();
        return structure
                        .getSignatureAlgorithm()
                        .equals(structure.getTBSCertificate().getSignature())
                && structure
                        .getSignatureAlgorithm()
                        .equals(ProofOfKey.signatureOf(s.hierarchy().algorithm()));
    }

    private static boolean pointsAtIssuer(Specimen s) {
        AuthorityKeyIdentifier authority = AuthorityKeyIdentifier.fromExtensions(extensions(s.certificate()));
        SubjectKeyIdentifier issuer =
                SubjectKeyIdentifier.fromExtensions(extensions(s.hierarchy().issuing()));
        return authority != null
                && issuer != null
                && Arrays.equals(authority.getKeyIdentifierOctets(), issuer.getKeyIdentifier());
    }

    private static Extensions extensions(X509CertificateHolder certificate) {
        return certificate.getExtensions();
    }
}
