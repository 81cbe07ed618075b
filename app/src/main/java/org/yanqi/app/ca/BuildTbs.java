package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.yanqi.process.certificate.ProofOfKey;

/** Builds what is to be signed (RFC 5280 §4.1, §4.2); the parts that all certificates of a profile share are encoded once. */
final class BuildTbs {
    private static final BcX509ExtensionUtils IDENTIFIERS = new BcX509ExtensionUtils();

    private final String publicUrl;
    private final Map<Kind, Shared> shared = new ConcurrentHashMap<>();

    BuildTbs(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** A hierarchy is known by its key: comparing certificates would cost more than encoding anew. */
    private record Kind(Profile profile, Shard shard, ReadyKey issuer) {}

    /** Extensions before and after the one that differs from certificate to certificate, the subject key identifier. */
    private record Shared(List<Extension> before, List<Extension> after) {}

    Tbs build(Hierarchy hierarchy, Shard shard, BigInteger serial, Issue.Wish wish) {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(serial));
        generator.setSignature(ProofOfKey.signatureOf(hierarchy.algorithm()));
        generator.setIssuer(hierarchy.issuing().getSubject());
        generator.setStartDate(new Time(Date.from(wish.notBefore())));
        generator.setEndDate(new Time(Date.from(wish.notAfter())));
        generator.setSubject(wish.subject());
        generator.setSubjectPublicKeyInfo(wish.key());
        Shared parts = shared.computeIfAbsent(
                new Kind(wish.profile(), shard, hierarchy.ready()), kind -> share(hierarchy, wish.profile(), shard));
        List<Extension> extensions = new ArrayList<>(parts.before());
        extensions.add(
                extension(Extension.subjectKeyIdentifier, false, IDENTIFIERS.createSubjectKeyIdentifier(wish.key())));
        extensions.addAll(parts.after());
        generator.setExtensions(new Extensions(extensions.toArray(Extension[]::new)));
        return new Tbs(hierarchy, wish.profile(), shard, serial, encode(generator.generateTBSCertificate()));
    }

    /** The identifier of the signature algorithm, in DER. */
    static byte[] algorithm(Hierarchy hierarchy) {
        return encode(ProofOfKey.signatureOf(hierarchy.algorithm()));
    }

    private Shared share(Hierarchy hierarchy, Profile profile, Shard shard) {
        List<Extension> before = new ArrayList<>();
        before.add(extension(Extension.basicConstraints, true, new BasicConstraints(false)));
        before.add(extension(Extension.keyUsage, true, new KeyUsage(profile.keyUsage())));
        if (!profile.purposes().isEmpty()) {
            before.add(extension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(profile.purposes().toArray(KeyPurposeId[]::new))));
        }
        before.add(extension(Extension.authorityKeyIdentifier, false, hierarchy.identifier()));
        String base = publicUrl + "/ca/";
        return new Shared(
                before,
                List.of(
                        extension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                            new DistributionPoint(
                                    new DistributionPointName(new GeneralNames(address(shard.address()))), null, null)
                        })),
                        extension(
                                Extension.authorityInfoAccess,
                                false,
                                new AuthorityInformationAccess(new AccessDescription[] {
                                    new AccessDescription(
                                            AccessDescription.id_ad_ocsp, address(base + "ocsp/" + hierarchy.slug())),
                                    new AccessDescription(
                                            AccessDescription.id_ad_caIssuers,
                                            address(base + hierarchy.slug() + "-issuing.crt"))
                                }))));
    }

    private static Extension extension(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        return new Extension(oid, critical, new DEROctetString(encode(value)));
    }

    private static GeneralName address(String url) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url);
    }

    private static byte[] encode(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode what is to be signed", e);
        }
    }
}
