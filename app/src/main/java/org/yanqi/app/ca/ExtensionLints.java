package org.yanqi.app.ca;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.jspecify.annotations.Nullable;

/** Rules for extensions (RFC 5280 §4.2). */
final class ExtensionLints {
    private static final BcX509ExtensionUtils IDENTIFIERS = new BcX509ExtensionUtils();
    private static final Set<ASN1ObjectIdentifier> CRITICAL = Set.of(Extension.basicConstraints, Extension.keyUsage);
    private static final Set<ASN1ObjectIdentifier> PLAIN = Set.of(
            Extension.authorityKeyIdentifier,
            Extension.subjectKeyIdentifier,
            Extension.cRLDistributionPoints,
            Extension.authorityInfoAccess,
            Extension.extendedKeyUsage);

    static final List<Lint> ALL = List.of(
            new Lint(
                    "no-unknown-critical-extension (RFC 5280 4.2)",
                    s -> CRITICAL.containsAll(s.certificate().getCriticalExtensionOIDs())),
            new Lint(
                    "no-extension-beyond-profile",
                    s -> PLAIN.containsAll(s.certificate().getNonCriticalExtensionOIDs())),
            new Lint("basic-constraints-critical-not-ca (RFC 5280 4.2.1.9)", s -> {
                Extension extension = extension(s, Extension.basicConstraints);
                BasicConstraints constraints = BasicConstraints.getInstance(value(s, Extension.basicConstraints));
                return extension != null
                        && extension.isCritical()
                        && !constraints.isCA()
                        && constraints.getPathLenConstraint() == null;
            }),
            new Lint("key-usage-critical-of-profile (RFC 5280 4.2.1.3)", s -> {
                Extension extension = extension(s, Extension.keyUsage);
                return extension != null
                        && extension.isCritical()
                        && new KeyUsage(s.profile().keyUsage())
                                .equals(KeyUsage.getInstance(extension.getParsedValue()));
            }),
            new Lint("extended-key-usage-of-profile (RFC 5280 4.2.1.12)", ExtensionLints::hasPurposes),
            new Lint("authority-key-identifier-is-issuers (RFC 5280 4.2.1.1)", ExtensionLints::pointsAtIssuer),
            new Lint("subject-key-identifier-of-key (RFC 5280 4.2.1.2)", s -> {
                SubjectKeyIdentifier identifier =
                        SubjectKeyIdentifier.getInstance(value(s, Extension.subjectKeyIdentifier));
                return identifier != null
                        && identifier.equals(IDENTIFIERS.createSubjectKeyIdentifier(
                                s.certificate().getSubjectPublicKeyInfo()));
            }),
            new Lint("distribution-point-is-the-shards (RFC 5280 4.2.1.13)", ExtensionLints::pointsAtShard),
            new Lint("access-to-ocsp-and-issuer (RFC 5280 4.2.2.1)", ExtensionLints::tellsWhereToAsk));

    private ExtensionLints() {}

    private static @Nullable Extension extension(Specimen s, ASN1ObjectIdentifier oid) {
        return s.certificate().getExtension(oid);
    }

    private static @Nullable ASN1Encodable value(Specimen s, ASN1ObjectIdentifier oid) {
        Extension extension = extension(s, oid);
        return extension == null ? null : extension.getParsedValue();
    }

    private static boolean hasPurposes(Specimen s) {
        ExtendedKeyUsage usage = ExtendedKeyUsage.getInstance(value(s, Extension.extendedKeyUsage));
        List<KeyPurposeId> purposes = usage == null ? List.of() : Arrays.asList(usage.getUsages());
        return purposes.equals(s.profile().purposes());
    }

    private static boolean pointsAtIssuer(Specimen s) {
        AuthorityKeyIdentifier authority =
                AuthorityKeyIdentifier.fromExtensions(s.certificate().getExtensions());
        SubjectKeyIdentifier issuer =
                SubjectKeyIdentifier.fromExtensions(s.hierarchy().issuing().getExtensions());
        return authority != null
                && issuer != null
                && authority.getAuthorityCertIssuer() == null
                && authority.getAuthorityCertSerialNumber() == null
                && Arrays.equals(authority.getKeyIdentifierOctets(), issuer.getKeyIdentifier());
    }

    /** One point, nothing but the address that the list of its shard names too. */
    private static boolean pointsAtShard(Specimen s) {
        CRLDistPoint points = CRLDistPoint.getInstance(value(s, Extension.cRLDistributionPoints));
        if (points == null || points.getDistributionPoints().length != 1) {
            return false;
        }
        DistributionPoint point = points.getDistributionPoints()[0];
        GeneralName address =
                new GeneralName(GeneralName.uniformResourceIdentifier, s.shard().address());
        return point.getReasons() == null
                && point.getCRLIssuer() == null
                && point.getDistributionPoint().getType() == DistributionPointName.FULL_NAME
                && new GeneralNames(address)
                        .equals(GeneralNames.getInstance(
                                point.getDistributionPoint().getName()));
    }

    private static boolean tellsWhereToAsk(Specimen s) {
        AuthorityInformationAccess access =
                AuthorityInformationAccess.getInstance(value(s, Extension.authorityInfoAccess));
        return access != null
                && access.getAccessDescriptions().length == 2
                && isHttp(access.getAccessDescriptions()[0], AccessDescription.id_ad_ocsp)
                && isHttp(access.getAccessDescriptions()[1], AccessDescription.id_ad_caIssuers);
    }

    private static boolean isHttp(AccessDescription description, ASN1ObjectIdentifier method) {
        GeneralName where = description.getAccessLocation();
        return description.getAccessMethod().equals(method)
                && where.getTagNo() == GeneralName.uniformResourceIdentifier
                && where.getName().toString().matches("https?://.+");
    }
}
