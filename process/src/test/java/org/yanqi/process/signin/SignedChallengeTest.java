package org.yanqi.process.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.yanqi.process.certificate.ProofOfKey;

/** What is signed, computed a second time by hand, and proven with the key of each kind. */
class SignedChallengeTest {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final String ORIGIN = "https://renew.example.org";
    private static final String NONCE = "q8vDwYw2b0Wn4c1dC8r9mX5o3QeT7uKz6LhJfAaB2sE";

    @Test
    void an_ec_key_signs_the_sha_256_of_origin_and_nonce() throws Exception {
        proves("secp256r1", "SHA-256", "SHA256withECDSA");
    }

    @Test
    void an_sm2_key_signs_their_sm3() throws Exception {
        proves("sm2p256v1", "SM3", "SM3withSM2");
    }

    private static void proves(String curve, String digest, String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair pair = generator.generateKeyPair();
        SubjectPublicKeyInfo key =
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        byte[] message = SignedChallenge.of(key, ORIGIN, NONCE);
        MessageDigest hash = MessageDigest.getInstance(digest, PROVIDER);
        assertThat(Arrays.copyOf(message, 32)).isEqualTo(hash.digest(ORIGIN.getBytes(StandardCharsets.UTF_8)));
        assertThat(Arrays.copyOfRange(message, 32, 64))
                .isEqualTo(hash.digest(NONCE.getBytes(StandardCharsets.US_ASCII)));
        Signature signer = Signature.getInstance(algorithm, PROVIDER);
        signer.initSign(pair.getPrivate());
        signer.update(message);
        byte[] signature = signer.sign();
        assertThat(ProofOfKey.signed(key, message, signature)).isTrue();
        signature[signature.length - 1] ^= 1;
        assertThat(ProofOfKey.signed(key, message, signature)).isFalse();
    }
}
