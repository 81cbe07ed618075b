package org.yanqi.app.ca;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.yanqi.process.certificate.Algorithm;

/** Makes keys and signatures of both hierarchies; the signature algorithms are fixed, nothing is negotiated. */
public final class Signing {
    /** Not registered in the JVM: whoever needs it names it. */
    public static final Provider PROVIDER = new BouncyCastleProvider();

    /** Strength of the authority's own RSA keys. */
    static final int RSA_BITS = 3072;

    private static final int THROW_AWAY_BITS = 2048;

    private Signing() {}

    /** A key pair of the authority; RSA-3072 or SM2. */
    public static KeyPair newPair(Algorithm algorithm) {
        return newPair(algorithm, RSA_BITS);
    }

    /** A key for specimens; what it signs is never published. */
    static ReadyKey throwAway(Algorithm algorithm) {
        return new ReadyKey(algorithm, newPair(algorithm, THROW_AWAY_BITS).getPrivate(), PROVIDER);
    }

    private static KeyPair newPair(Algorithm algorithm, int rsaBits) {
        try {
            if (algorithm == Algorithm.SM2) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
                generator.initialize(new ECGenParameterSpec("sm2p256v1"), new SecureRandom());
                return generator.generateKeyPair();
            }
            // the JDK finds primes about twice as fast
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(rsaBits);
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
        return new ReadyKey(algorithm, key, PROVIDER).sign(message);
    }
}
