package org.yanqi.demo.sample;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** An SM2 key pair that stands in for a USB key nobody holds in hand; quick to make, unlike RSA. */
public final class SampleKey {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final String SIGNATURE = "SM3withSM2";

    private final KeyPair pair;

    private SampleKey(KeyPair pair) {
        this.pair = pair;
    }

    public static SampleKey make() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"), new SecureRandom());
        return new SampleKey(generator.generateKeyPair());
    }

    /** A PKCS#10 request of this key, DER. */
    public byte[] request(String subject) throws OperatorCreationException, IOException {
        var signer =
                new JcaContentSignerBuilder(SIGNATURE).setProvider(PROVIDER).build(pair.getPrivate());
        return new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), pair.getPublic())
                .build(signer)
                .getEncoded();
    }

    public byte[] sign(byte[] content) throws GeneralSecurityException {
        var signature = Signature.getInstance(SIGNATURE, PROVIDER);
        signature.initSign(pair.getPrivate());
        signature.update(content);
        return signature.sign();
    }
}
