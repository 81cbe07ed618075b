package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
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
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.yanqi.process.certificate.Algorithm;

/** Specimens with one fault each. */
final class LintFaults {
    static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    private static final Hierarchy SM2 = new FoundHierarchy("Test", "http://localhost", CLOCK)
            .found(Algorithm.SM2)
            .hierarchy();
    private static final Hierarchy RSA = new FoundHierarchy("Test", "http://localhost", CLOCK)
            .found(Algorithm.RSA_2048)
            .hierarchy();
    private static final SubjectPublicKeyInfo SM2_KEY = info(TestKey.sm2());
    private static final SubjectPublicKeyInfo RSA_KEY = info(TestKey.rsa(2048));
    private static final String POINT = "http://localhost/ca/sm2.crl";
    private static final List<Fault> ALL = List.of(
            // body
            sm2("version-3 (RFC 5280 4.1.2.1)", d -> d.version = 1),
            sm2("encoded-in-der (RFC 5280 4.1)", d -> d.indefinite = true),
            sm2("serial-positive-short-unpredictable (RFC 5280 4.1.2.2)", d -> d.serial = BigInteger.TEN),
            sm2(
                    "serial-positive-short-unpredictable (RFC 5280 4.1.2.2)",
                    d -> d.serial = BigInteger.ONE.shiftLeft(200)),
            sm2(
                    "serial-positive-short-unpredictable (RFC 5280 4.1.2.2)",
                    d -> d.serial = BigInteger.ONE.shiftLeft(140).negate()),
            sm2(
                    "signature-algorithm-agrees (RFC 5280 4.1.1.2)",
                    d -> d.inside = new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption)),
            sm2("issuer-is-this-authority (RFC 5280 4.1.2.4)", d -> d.issuer = new X500Name("CN=Somebody")),
            sm2("validity-in-order (RFC 5280 4.1.2.5)", d -> d.until(NOW.minusSeconds(1))),
            sm2(
                    "validity-encoded-by-year (RFC 5280 4.1.2.5.1)",
                    d -> d.until = new Time(new ASN1GeneralizedTime(Date.from(NOW.plus(Duration.ofDays(30)))))),
            sm2(
                    "validity-encoded-by-year (RFC 5280 4.1.2.5.1)",
                    d -> d.until = new Time(new ASN1GeneralizedTime("20500102030405.5Z"))),
            sm2("validity-within-profile", d -> d.until(NOW.plus(Duration.ofDays(800)))),
            sm2("validity-within-issuer", d -> d.until(NOW.plus(Duration.ofDays(4000)))),
            sm2("no-unique-identifiers (RFC 5280 4.1.2.8)", d -> d.uniqueIdentifier = true),
            // name
            sm2("subject-complete-by-profile (RFC 5280 4.1.2.6)", d -> d.subject = new X500Name("C=CN,O=某某公司")),
            sm2("subject-complete-by-profile (RFC 5280 4.1.2.6)", d -> d.subject = new X500Name("O=某某公司,CN=张三")),
            sm2("subject-complete-by-profile (RFC 5280 4.1.2.6)", d -> d.subject = new X500Name("C=CN,CN=张三,CN=李四")),
            sm2("subject-country-is-two-letters (RFC 5280 A.1)", d -> d.subject = new X500Name("C=cn,CN=张三")),
            sm2(
                    "subject-country-is-two-letters (RFC 5280 A.1)",
                    d -> d.subject = name(BCStyle.C, new DERUTF8String("CN"))),
            sm2(
                    "subject-strings-printable-or-utf8 (RFC 5280 4.1.2.6)",
                    d -> d.subject = name(BCStyle.O, new DERBMPString("某某公司"))),
            sm2(
                    "subject-within-upper-bounds (RFC 5280 A.1)",
                    d -> d.subject = name(BCStyle.O, new DERUTF8String("司".repeat(65)))),
            sm2("subject-says-something (RFC 5280 4.1.2.6)", d -> d.subject = name(BCStyle.O, new DERUTF8String(" "))),
            sm2("subject-says-something (RFC 5280 4.1.2.6)", d -> d.subject = name(BCStyle.O, new DERUTF8String("某 "))),
            sm2(
                    "subject-says-something (RFC 5280 4.1.2.6)",
                    d -> d.subject = name(BCStyle.O, new DERUTF8String("某\u0000司"))),
            sm2("subject-one-attribute-at-a-time", d -> d.subject = new X500Name("C=CN,CN=张三+T=经理")),
            // key
            sm2("key-of-profile", d -> d.key = RSA_KEY),
            rsa("key-of-profile", d -> d.key = SM2_KEY),
            rsa("key-of-profile", d -> d.key = withoutParameters(RSA_KEY)),
            sm2("key-of-profile", d -> d.key = otherCurve()),
            rsa("key-strong-enough", d -> d.key = info(TestKey.rsa(1024))),
            rsa("key-rsa-sound", d -> d.key = rsaKey(BigInteger.ONE.shiftLeft(2047), BigInteger.valueOf(65537))),
            rsa("key-rsa-sound", d -> d.key = rsaKey(modulus(), BigInteger.valueOf(3))),
            rsa("key-rsa-sound", d -> d.key = rsaKey(modulus(), BigInteger.valueOf(65538))),
            sm2("key-point-whole-and-on-curve (RFC 5480 2.2)", d -> d.key = offCurve()),
            sm2("key-point-whole-and-on-curve (RFC 5480 2.2)", d -> d.key = compressed()),
            // extensions
            sm2(
                    "no-unknown-critical-extension (RFC 5280 4.2)",
                    with(new ASN1ObjectIdentifier("2.999.1"), true, DERNull.INSTANCE)),
            sm2("no-extension-beyond-profile", with(new ASN1ObjectIdentifier("2.999.1"), false, DERNull.INSTANCE)),
            sm2("basic-constraints-critical-not-ca (RFC 5280 4.2.1.9)", without(Extension.basicConstraints)),
            sm2(
                    "basic-constraints-critical-not-ca (RFC 5280 4.2.1.9)",
                    with(Extension.basicConstraints, true, new BasicConstraints(true))),
            sm2(
                    "basic-constraints-critical-not-ca (RFC 5280 4.2.1.9)",
                    with(Extension.basicConstraints, true, new BasicConstraints(0))),
            sm2(
                    "basic-constraints-critical-not-ca (RFC 5280 4.2.1.9)",
                    with(Extension.basicConstraints, false, new BasicConstraints(false))),
            sm2("key-usage-critical-of-profile (RFC 5280 4.2.1.3)", without(Extension.keyUsage)),
            sm2(
                    "key-usage-critical-of-profile (RFC 5280 4.2.1.3)",
                    with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))),
            sm2(
                    "key-usage-critical-of-profile (RFC 5280 4.2.1.3)",
                    with(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))),
            sm2("extended-key-usage-of-profile (RFC 5280 4.2.1.12)", without(Extension.extendedKeyUsage)),
            sm2(
                    "extended-key-usage-of-profile (RFC 5280 4.2.1.12)",
                    with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                        KeyPurposeId.anyExtendedKeyUsage
                    }))),
            sm2("authority-key-identifier-is-issuers (RFC 5280 4.2.1.1)", without(Extension.authorityKeyIdentifier)),
            sm2(
                    "authority-key-identifier-is-issuers (RFC 5280 4.2.1.1)",
                    with(
                            Extension.authorityKeyIdentifier,
                            false,
                            new BcX509ExtensionUtils().createAuthorityKeyIdentifier(SM2_KEY))),
            sm2("subject-key-identifier-of-key (RFC 5280 4.2.1.2)", without(Extension.subjectKeyIdentifier)),
            sm2(
                    "subject-key-identifier-of-key (RFC 5280 4.2.1.2)",
                    with(
                            Extension.subjectKeyIdentifier,
                            false,
                            new BcX509ExtensionUtils().createSubjectKeyIdentifier(RSA_KEY))),
            sm2("distribution-point-is-the-shards (RFC 5280 4.2.1.13)", without(Extension.cRLDistributionPoints)),
            sm2(
                    "distribution-point-is-the-shards (RFC 5280 4.2.1.13)",
                    with(Extension.cRLDistributionPoints, false, points("http://localhost/ca/sm2-1.crl"))),
            sm2(
                    "distribution-point-is-the-shards (RFC 5280 4.2.1.13)",
                    with(Extension.cRLDistributionPoints, false, points(POINT, POINT))),
            sm2("access-to-ocsp-and-issuer (RFC 5280 4.2.2.1)", without(Extension.authorityInfoAccess)),
            sm2(
                    "access-to-ocsp-and-issuer (RFC 5280 4.2.2.1)",
                    with(
                            Extension.authorityInfoAccess,
                            false,
                            new AuthorityInformationAccess(
                                    AccessDescription.id_ad_ocsp, uri("http://localhost/ca/ocsp")))),
            sm2(
                    "access-to-ocsp-and-issuer (RFC 5280 4.2.2.1)",
                    with(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
                        new AccessDescription(AccessDescription.id_ad_ocsp, uri("ldap://localhost")),
                        new AccessDescription(AccessDescription.id_ad_caIssuers, uri("http://localhost/ca"))
                    }))));

    private LintFaults() {}

    /** A specimen that breaks a rule, and the rule's name. */
    record Fault(String rule, Specimen specimen) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static List<Fault> all() {
        return ALL;
    }

    static List<Specimen> good() {
        return List.of(
                new Draft(SM2, "sm2-signing", SM2_KEY).specimen(),
                new Draft(SM2, "sm2-encryption", SM2_KEY).specimen(),
                new Draft(RSA, "rsa-2048-both", RSA_KEY).specimen());
    }

    private static Fault sm2(String rule, Consumer<Draft> fault) {
        return fault(rule, new Draft(SM2, "sm2-signing", SM2_KEY), fault);
    }

    private static Fault rsa(String rule, Consumer<Draft> fault) {
        return fault(rule, new Draft(RSA, "rsa-2048-both", RSA_KEY), fault);
    }

    private static Fault fault(String rule, Draft draft, Consumer<Draft> fault) {
        fault.accept(draft);
        return new Fault(rule, draft.specimen());
    }

    private static Consumer<Draft> without(ASN1ObjectIdentifier oid) {
        return draft -> draft.replaced.put(oid, null);
    }

    private static Consumer<Draft> with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        return draft -> {
            try {
                draft.replaced.put(
                        oid,
                        new Extension(oid, critical, value.toASN1Primitive().getEncoded()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** Country and name, and one attribute as it is given. */
    private static X500Name name(ASN1ObjectIdentifier attribute, ASN1Encodable value) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        if (!attribute.equals(BCStyle.C)) {
            builder.addRDN(BCStyle.C, "CN");
        }
        return builder.addRDN(attribute, value).addRDN(BCStyle.CN, "张三").build();
    }

    private static CRLDistPoint points(String... addresses) {
        DistributionPoint[] points = new DistributionPoint[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            points[i] =
                    new DistributionPoint(new DistributionPointName(new GeneralNames(uri(addresses[i]))), null, null);
        }
        return new CRLDistPoint(points);
    }

    private static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }

    private static SubjectPublicKeyInfo info(TestKey key) {
        return SubjectPublicKeyInfo.getInstance(key.pair().getPublic().getEncoded());
    }

    private static BigInteger modulus() {
        return rsa(RSA_KEY).getModulus();
    }

    private static RSAPublicKey rsa(SubjectPublicKeyInfo key) {
        try {
            return RSAPublicKey.getInstance(key.parsePublicKey());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SubjectPublicKeyInfo rsaKey(BigInteger modulus, BigInteger exponent) {
        try {
            return new SubjectPublicKeyInfo(RSA_KEY.getAlgorithm(), new RSAPublicKey(modulus, exponent));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SubjectPublicKeyInfo withoutParameters(SubjectPublicKeyInfo key) {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(key.getAlgorithm().getAlgorithm()),
                key.getPublicKeyData().getBytes());
    }

    private static SubjectPublicKeyInfo otherCurve() {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1),
                SM2_KEY.getPublicKeyData().getBytes());
    }

    private static SubjectPublicKeyInfo offCurve() {
        byte[] point = SM2_KEY.getPublicKeyData().getBytes();
        point[64] ^= 1;
        return sm2Point(point);
    }

    private static SubjectPublicKeyInfo compressed() {
        return sm2Point(GMNamedCurves.getByName("sm2p256v1")
                .getCurve()
                .decodePoint(SM2_KEY.getPublicKeyData().getBytes())
                .getEncoded(true));
    }

    private static SubjectPublicKeyInfo sm2Point(byte[] point) {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1), point);
    }
}
