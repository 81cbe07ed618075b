package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.yanqi.process.certificate.ProofOfKey;

/** The part of a certificate that is signed, built once; specimen and certificate are both made of these very bytes. */
record Tbs(Hierarchy hierarchy, Profile profile, BigInteger serial, byte[] der) {

    /** Builds what is to be signed (RFC 5280 §4.1, §4.2). */
    static Tbs build(
            Hierarchy hierarchy,
            Profile profile,
            BigInteger serial,
            X500Name subject,
            SubjectPublicKeyInfo key,
            Instant notBefore,
            Instant notAfter,
            String publicUrl)
            throws IOException {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(serial));
        generator.setSignature(ProofOfKey.signatureOf(hierarchy.algorithm()));
        generator.setIssuer(hierarchy.issuing().getSubject());
        generator.setStartDate(new Time(Date.from(notBefore)));
        generator.setEndDate(new Time(Date.from(notAfter)));
        generator.setSubject(subject);
        generator.setSubjectPublicKeyInfo(key);
        BcX509ExtensionUtils identifiers = new BcX509ExtensionUtils();
        String base = publicUrl + "/ca/";
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(profile.keyUsage()));
        if (!profile.purposes().isEmpty()) {
            extensions.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(profile.purposes().toArray(KeyPurposeId[]::new)));
        }
        extensions.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(hierarchy.issuing()));
        extensions.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
        extensions.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(
                    new DistributionPointName(new GeneralNames(address(base + hierarchy.slug() + ".crl"))), null, null)
        }));
        extensions.addExtension(
                Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
                    new AccessDescription(AccessDescription.id_ad_ocsp, address(base + "ocsp/" + hierarchy.slug())),
                    new AccessDescription(
                            AccessDescription.id_ad_caIssuers, address(base + hierarchy.slug() + "-issuing.crt"))
                }));
        generator.setExtensions(extensions.generate());
        return new Tbs(
                hierarchy, profile, serial, generator.generateTBSCertificate().getEncoded(ASN1Encoding.DER));
    }

    /** The certificate that these bytes and this signature make. */
    byte[] with(byte[] signature) throws IOException {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(ASN1Primitive.fromByteArray(der));
        parts.add(ProofOfKey.signatureOf(hierarchy.algorithm()));
        parts.add(new DERBitString(signature));
        return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
    }

    String serialHex() {
        return Issuances.hex(serial);
    }

    private static GeneralName address(String url) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url);
    }
}
