package org.yanqi.app.ca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.yanqi.process.certificate.Algorithm;

/** A key as a test holds it in place of a USB key. */
public record TestKey(Algorithm algorithm, KeyPair pair) {

    public static TestKey sm2() {
        return new TestKey(Algorithm.SM2, Signing.newPair(Algorithm.SM2));
    }

    public static TestKey rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return new TestKey(bits < 3072 ? Algorithm.RSA_2048 : Algorithm.RSA_3072, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public PKCS10CertificationRequest csr(X500Name subject) {
        return csr(subject, pair.getPrivate());
    }

    /** Signed by another key than the one asked for, if {@code signer} is another. */
    public PKCS10CertificationRequest csr(X500Name subject, PrivateKey signer) {
        try {
            ContentSigner content = new JcaContentSignerBuilder(Signing.nameOf(algorithm))
                    .setProvider(Signing.PROVIDER)
                    .build(signer);
            return new PKCS10CertificationRequestBuilder(
                            subject,
                            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                    .build(content);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] request(X500Name subject) {
        try {
            return csr(subject).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(Signing.nameOf(algorithm), Signing.PROVIDER);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
