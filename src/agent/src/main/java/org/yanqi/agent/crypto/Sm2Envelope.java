package org.yanqi.agent.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.util.BigIntegers;

/**
 * SM2EnvelopedKey (GM/T 0009 §7.4): how the key-management side hands over an encryption private key. An SM4 key,
 * encrypted to the signing public key, encrypts the 32 bytes of D.
 */
public final class Sm2Envelope {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int SCALAR = 32;

    private Sm2Envelope() {}

    /**
     * Opens an envelope with the signing private key it was made for.
     *
     * @param expected the public point (04||X||Y) of the encryption certificate
     * @throws GeneralSecurityException if it is malformed, was made for another key or holds another private key
     */
    public static PrivateKey open(byte[] envelope, PrivateKey signing, byte[] expected)
            throws GeneralSecurityException {
        try {
            ASN1Sequence parts = ASN1Sequence.getInstance(envelope);
            if (parts.size() != 4) {
                throw new GeneralSecurityException("an SM2EnvelopedKey has four parts");
            }
            AlgorithmIdentifier cipher = AlgorithmIdentifier.getInstance(parts.getObjectAt(0));
            if (!cipher.getAlgorithm().equals(GMObjectIdentifiers.sms4_ecb)) {
                throw new GeneralSecurityException("the envelope is not SM4-ECB");
            }
            byte[] sm4 = Sm2Cipher.decrypt(signing, ASN1Sequence.getInstance(parts.getObjectAt(1)));
            byte[] point = ASN1BitString.getInstance(parts.getObjectAt(2)).getOctets();
            byte[] wrapped = ASN1BitString.getInstance(parts.getObjectAt(3)).getOctets();
            return privateKey(scalar(sm4, wrapped), point, expected);
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            // the latter for a BIT STRING that does not end with a whole octet
            throw new GeneralSecurityException("malformed SM2EnvelopedKey", malformed);
        }
    }

    private static BigInteger scalar(byte[] sm4, byte[] wrapped) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("SM4/ECB/NoPadding", PROVIDER);
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(sm4, "SM4"));
        byte[] plain = cipher.doFinal(wrapped);
        return switch (plain.length) {
            case SCALAR -> new BigInteger(1, plain);
            // Some senders add a whole block of padding, others (GM/T 0016) fill up to 64 bytes from the left.
            case SCALAR + 16 -> new BigInteger(1, Arrays.copyOf(plain, SCALAR));
            case 2 * SCALAR -> new BigInteger(1, plain);
            default -> throw new GeneralSecurityException("the envelope holds no 32-byte key");
        };
    }

    private static PrivateKey privateKey(BigInteger scalar, byte[] point, byte[] expected)
            throws GeneralSecurityException {
        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
        if (scalar.signum() == 0 || scalar.compareTo(curve.getN().subtract(BigIntegers.ONE)) >= 0) {
            throw new GeneralSecurityException("the envelope's key is out of range");
        }
        byte[] actual = curve.getG().multiply(scalar).normalize().getEncoded(false);
        if (!Arrays.equals(actual, point) || !Arrays.equals(actual, expected)) {
            throw new GeneralSecurityException("the envelope's key does not belong to the certificate");
        }
        return KeyFactory.getInstance("EC", PROVIDER)
                .generatePrivate(new ECPrivateKeySpec(
                        scalar,
                        new ECNamedCurveParameterSpec(
                                "sm2p256v1", curve.getCurve(), curve.getG(), curve.getN(), curve.getH())));
    }
}
