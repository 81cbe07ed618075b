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
            case RSA_2048 -> SHA256_WITH_RSA;
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
        return signed(key, signatureOf(key), message, signature);
    }

    /** Of the curves only that of SM2 is signed with SM3. */
    private static AlgorithmIdentifier signatureOf(SubjectPublicKeyInfo key) {
        if (PKCSObjectIdentifiers.rsaEncryption.equals(key.getAlgorithm().getAlgorithm())) {
            return SHA256_WITH_RSA;
        }
        return GMObjectIdentifiers.sm2p256v1.equals(key.getAlgorithm().getParameters())
                ? SM3_WITH_SM2
                : SHA256_WITH_ECDSA;
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
}
