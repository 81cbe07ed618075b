package org.yanqi.process.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.security.Provider;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Tells whether a signature was made with the key of a certificate: SHA256withRSA, SM3withSM2 with the
 * default user id, or SHA256withECDSA. */
public final class ProofOfKey {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final AlgorithmIdentifier SHA256_WITH_RSA =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    private static final AlgorithmIdentifier SM3_WITH_SM2 =
            new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
    private static final AlgorithmIdentifier SHA256_WITH_ECDSA =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private ProofOfKey() {}

    /** The signature algorithm of the house for keys of this kind. */
    public static AlgorithmIdentifier signatureOf(Algorithm algorithm) {
        return switch (algorithm) {
            case RSA_2048, RSA_3072 -> SHA256_WITH_RSA;
            case SM2 -> SM3_WITH_SM2;
        };
    }

    /** @param certificate DER; @return false as well if the certificate or the signature cannot be read */
    public static boolean signed(byte[] certificate, byte[] message, byte[] signature) {
        try {
            return signed(new X509CertificateHolder(certificate).getSubjectPublicKeyInfo(), message, signature);
        } catch (IOException e) {
            return false;
        }
    }

    public static boolean signed(SubjectPublicKeyInfo key, byte[] message, byte[] signature) {
        if (PKCSObjectIdentifiers.rsaEncryption.equals(key.getAlgorithm().getAlgorithm())) {
            return signed(key, SHA256_WITH_RSA, message, signature);
        }
        // of the curves only that of SM2 is signed with SM3
        return GMObjectIdentifiers.sm2p256v1.equals(key.getAlgorithm().getParameters())
                ? signedSm2(key, message, signature)
                : signed(key, SHA256_WITH_ECDSA, message, signature);
    }

    // Bytes from outside make the library throw exceptions of many kinds; each of them means: not proven.
    private static boolean signed(
            SubjectPublicKeyInfo key, AlgorithmIdentifier algorithm, byte[] message, byte[] signature) {
        try {
            ContentVerifier verifier = new JcaContentVerifierProviderBuilder()
                    .setProvider(PROVIDER)
                    .build(key)
                    .get(algorithm);
            try (OutputStream out = verifier.getOutputStream()) {
                out.write(message);
            }
            return verifier.verify(signature);
        } catch (IOException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    // Without the provider's wrapping, which computes anew for each signature what belongs to the curve.
    private static boolean signedSm2(SubjectPublicKeyInfo key, byte[] message, byte[] signature) {
        try {
            SM2Signer verifier = new SM2Signer();
            verifier.init(false, PublicKeyFactory.createKey(key));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
