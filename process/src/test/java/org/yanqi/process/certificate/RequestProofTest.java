package org.yanqi.process.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

/** What a first request must prove; the rules for a renewal are walked in the app, where there is a certificate to replace. */
class RequestProofTest {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final X500Name SUBJECT = new X500Name("C=CN,O=某某公司,CN=张三");

    @Test
    void a_request_signed_by_its_own_sm2_key_has_no_flaw() throws Exception {
        assertThat(RequestProof.flawOfFirst(request("sm2p256v1", "SM3withSM2"), Algorithm.SM2, SUBJECT))
                .isEmpty();
    }

    @Test
    void another_curve_is_a_weak_key() throws Exception {
        assertThat(RequestProof.flawOfFirst(request("secp256r1", "SHA256withECDSA"), Algorithm.SM2, SUBJECT))
                .contains("csr-weak-key");
    }

    @Test
    void an_sm2_key_is_no_rsa_key() throws Exception {
        assertThat(RequestProof.flawOfFirst(request("sm2p256v1", "SM3withSM2"), Algorithm.RSA_2048, SUBJECT))
                .contains("csr-weak-key");
    }

    @Test
    void bytes_behind_the_request_make_it_malformed() throws Exception {
        byte[] good = request("sm2p256v1", "SM3withSM2");
        assertThat(RequestProof.flawOfFirst(Arrays.copyOf(good, good.length + 1), Algorithm.SM2, SUBJECT))
                .contains("csr-malformed");
    }

    @Test
    void whatever_is_changed_in_it_a_request_proves_nothing_any_more() throws Exception {
        byte[] good = request("sm2p256v1", "SM3withSM2");
        Random random = new Random(7);
        for (int i = 0; i < good.length; i++) {
            byte[] changed = good.clone();
            changed[i] ^= (byte) (1 + random.nextInt(255));
            assertThat(RequestProof.flawOfFirst(changed, Algorithm.SM2, SUBJECT))
                    .as("byte " + i)
                    .isPresent();
        }
    }

    private static byte[] request(String curve, String signature) throws Exception {
        KeyPair pair = pair(curve);
        return new JcaPKCS10CertificationRequestBuilder(SUBJECT, pair.getPublic())
                .build(new JcaContentSignerBuilder(signature)
                        .setProvider(PROVIDER)
                        .build(pair.getPrivate()))
                .getEncoded();
    }

    private static KeyPair pair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
