package org.yanqi.app.ca;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.yanqi.process.certificate.Algorithm;

/** Makes keys and signatures of both hierarchies; the signature algorithms are fixed, nothing is negotiated. */
public final class Signing {
    /** Not registered in the JVM: whoever needs it names it. */
    public static final Provider PROVIDER = new BouncyCastleProvider();

    private static final int RSA_BITS = 3072;

    private Signing() {}

    /** A key pair of the authority; RSA-3072 or SM2. */
    public static KeyPair newPair(Algorithm algorithm) {
        try {
            KeyPairGenerator generator =
                    KeyPairGenerator.getInstance(algorithm == Algorithm.SM2 ? "EC" : "RSA", PROVIDER);
            if (algorithm == Algorithm.SM2) {
                generator.initialize(new ECGenParameterSpec("sm2p256v1"), new SecureRandom());
            } else {
                generator.initialize(RSA_BITS, new SecureRandom());
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key pair for " + algorithm, e);
        }
    }

    /** The name of the signature algorithm, as the provider knows it. */
    static String nameOf(Algorithm algorithm) {
        return algorithm == Algorithm.SM2 ? "SM3withSM2" : "SHA256withRSA";
    }

    static byte[] sign(Algorithm algorithm, PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(nameOf(algorithm), PROVIDER);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + algorithm, e);
        }
    }
}
