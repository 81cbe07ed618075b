package org.yanqi.bench.issue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/** A holder with a certificate in force who asks for the next one, again and again under another key of the request. */
final class Holder {
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final X500Name SUBJECT = new X500Name("C=CN,ST=辽宁省,L=沈阳市,O=沈阳测速有限公司,OU=91210100MA0BENCH0X,CN=张三");
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final AtomicLong REQUESTS = new AtomicLong();

    private final CertificateAuthority authority;
    private final Algorithm algorithm;
    private final byte[] replaced;
    private final byte[] request;
    private final byte[] oldSignature;

    Holder(CertificateAuthority authority, Algorithm algorithm)
            throws GeneralSecurityException, OperatorCreationException, IOException, NoAnswer {
        this.authority = authority;
        this.algorithm = algorithm;
        KeyPair old = newPair(algorithm);
        Reply first = authority.enrol(
                name(), SUBJECT.toString(), request(old), algorithm, FROM, FROM.plus(Duration.ofDays(365)));
        this.replaced = ((Reply.Issued) first).signing();
        this.request = request(newPair(algorithm));
        Signature signature = Signature.getInstance(signature(algorithm), PROVIDER);
        signature.initSign(old.getPrivate());
        signature.update(request);
        this.oldSignature = signature.sign();
    }

    /** One renewal: proofs checked, encryption pair made, specimens signed and linted, certificates signed. */
    Reply renew() throws NoAnswer {
        Reply reply = authority.update(new CertificateAuthority.Request(
                name(), replaced, request, oldSignature, algorithm, FROM, FROM.plus(Duration.ofDays(430))));
        if (reply instanceof Reply.Issued) {
            return reply;
        }
        throw new IllegalStateException("not issued: " + reply);
    }

    static KeyPair newPair(Algorithm algorithm) throws GeneralSecurityException {
        boolean isSm2 = algorithm == Algorithm.SM2;
        KeyPairGenerator generator = KeyPairGenerator.getInstance(isSm2 ? "EC" : "RSA", PROVIDER);
        if (isSm2) {
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        } else {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    static String signature(Algorithm algorithm) {
        return algorithm == Algorithm.SM2 ? "SM3withSM2" : "SHA256withRSA";
    }

    private byte[] request(KeyPair pair) throws OperatorCreationException, IOException {
        return new PKCS10CertificationRequestBuilder(
                        SUBJECT,
                        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                .build(new JcaContentSignerBuilder(signature(algorithm))
                        .setProvider(PROVIDER)
                        .build(pair.getPrivate()))
                .getEncoded();
    }

    private static String name() {
        return "bench-" + REQUESTS.incrementAndGet();
    }
}
