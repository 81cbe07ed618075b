package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v1CertificateBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yanqi.process.certificate.Algorithm;

/** Each lint lets a good specimen pass and trips over the one fault it is there for. */
class LintsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Hierarchy SM2 = new FoundHierarchy("Test", Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")))
            .found(Algorithm.SM2)
            .hierarchy();
    private static final X500Name SUBJECT = new X500Name("C=CN,O=某某公司,CN=张三");
    private static final KeyPair THROW_AWAY = Signing.newPair(Algorithm.SM2);

    /** A good certificate whose parts a test may spoil. */
    private static final class Draft {
        X500Name issuer = SM2.issuing().getSubject();
        X500Name subject = SUBJECT;
        BigInteger serial = BigInteger.ONE.shiftLeft(140);
        Instant from = NOW;
        Instant until = NOW.plus(Duration.ofDays(365));
        SubjectPublicKeyInfo key = info(THROW_AWAY);
        UnaryOperator<X509v3CertificateBuilder> spoil = builder -> builder;
    }

    @Test
    void a_good_specimen_breaks_no_rule() throws Exception {
        byte[] specimen = specimen(draft -> {});
        assertThat(Lints.broken(new Specimen(new X509CertificateHolder(specimen), SM2, Profile.SM2_SIGNING)))
                .isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("serial-positive", d -> d.serial = BigInteger.TEN),
                fault("serial-positive", d -> d.serial = BigInteger.ONE.shiftLeft(200)),
                fault("issuer-is", d -> d.issuer = new X500Name("CN=Somebody")),
                fault("subject-complete", d -> d.subject = new X500Name("C=cn,CN=张三")),
                fault("subject-complete", d -> d.subject = new X500Name("C=CN,O=某某公司")),
                fault("validity-in-order", d -> d.until = d.from.minusSeconds(1)),
                fault("validity-within-profile", d -> d.until = d.from.plus(Duration.ofDays(800))),
                fault("validity-within-issuer", d -> d.until = d.from.plus(Duration.ofDays(4000))),
                fault("key-of-profile", d -> d.key = info(TestKey.rsa(1024).pair())),
                fault("basic-constraints", without(Extension.basicConstraints)),
                fault("basic-constraints", with(Extension.basicConstraints, true, new BasicConstraints(true))),
                fault("basic-constraints", with(Extension.basicConstraints, false, new BasicConstraints(false))),
                fault("key-usage", without(Extension.keyUsage)),
                fault("key-usage", with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))),
                fault("authority-key-identifier", without(Extension.authorityKeyIdentifier)),
                fault(
                        "authority-key-identifier",
                        with(
                                Extension.authorityKeyIdentifier,
                                false,
                                new BcX509ExtensionUtils().createAuthorityKeyIdentifier(info(THROW_AWAY)))),
                fault("subject-key-identifier", without(Extension.subjectKeyIdentifier)),
                fault("revocation-can-be-asked", without(Extension.cRLDistributionPoints)),
                fault("revocation-can-be-asked", without(Extension.authorityInfoAccess)),
                fault(
                        "no-unknown-critical",
                        d -> d.spoil =
                                builder -> add(builder, new ASN1ObjectIdentifier("2.999.1"), true, DERNull.INSTANCE)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("faults")
    void trips_over(String rule, Consumer<Draft> fault) throws Exception {
        assertThat(Lints.broken(new Specimen(new X509CertificateHolder(specimen(fault)), SM2, Profile.SM2_SIGNING)))
                .anySatisfy(broken -> assertThat(broken).startsWith(rule));
    }

    @Test
    void trips_over_an_old_version_and_over_another_signature_algorithm() throws Exception {
        KeyPair rsa = TestKey.rsa(2048).pair();
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(rsa.getPrivate());
        X509CertificateHolder first = new X509v1CertificateBuilder(
                        SM2.issuing().getSubject(),
                        BigInteger.ONE.shiftLeft(140),
                        Date.from(NOW),
                        Date.from(NOW.plusSeconds(60)),
                        SUBJECT,
                        info(THROW_AWAY))
                .build(signer);
        assertThat(Lints.broken(new Specimen(first, SM2, Profile.SM2_SIGNING)))
                .anySatisfy(broken -> assertThat(broken).startsWith("version-3"))
                .anySatisfy(broken -> assertThat(broken).startsWith("signature-algorithm"));
    }

    private static byte[] specimen(Consumer<Draft> fault) throws Exception {
        Draft draft = new Draft();
        fault.accept(draft);
        Tbs good = Tbs.build(
                SM2,
                Profile.SM2_SIGNING,
                draft.serial,
                draft.subject,
                draft.key,
                draft.from,
                draft.until,
                "http://localhost");
        X509CertificateHolder model =
                new X509CertificateHolder(good.with(Signing.sign(Algorithm.SM2, THROW_AWAY.getPrivate(), good.der())));
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                draft.issuer, draft.serial, Date.from(draft.from), Date.from(draft.until), draft.subject, draft.key);
        for (ASN1ObjectIdentifier oid : model.getExtensions().getExtensionOIDs()) {
            builder.addExtension(model.getExtension(oid));
        }
        return draft.spoil
                .apply(builder)
                .build(new JcaContentSignerBuilder("SM3withSM2")
                        .setProvider(Signing.PROVIDER)
                        .build(THROW_AWAY.getPrivate()))
                .getEncoded();
    }

    private static Arguments fault(String rule, Consumer<Draft> fault) {
        return Arguments.of(rule, fault);
    }

    private static Consumer<Draft> without(ASN1ObjectIdentifier oid) {
        return draft -> draft.spoil = builder -> builder.removeExtension(oid);
    }

    private static Consumer<Draft> with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        return draft -> draft.spoil = builder -> add(builder.removeExtension(oid), oid, critical, value);
    }

    private static X509v3CertificateBuilder add(
            X509v3CertificateBuilder builder, ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            return builder.addExtension(oid, critical, value);
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SubjectPublicKeyInfo info(KeyPair pair) {
        return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    }
}
