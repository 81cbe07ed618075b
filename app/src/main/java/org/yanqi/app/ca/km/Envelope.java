package org.yanqi.app.ca.km;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/**
 * SM2EnvelopedKey (GM/T 0010, 0016; certificates.md): the encryption key under a fresh SM4 key, and that one encrypted to the
 * holder's signing key in C1C3C2, so that only the USB key can open it.
 */
public final class Envelope {
    private static final ASN1ObjectIdentifier SM4_ECB = new ASN1ObjectIdentifier("1.2.156.10197.1.104.1");
    private static final int BLOCK = 16;
    private static final int COORDINATE = 32;
    private static final int HASH_FROM = 1 + 2 * COORDINATE;
    private static final int CIPHER_FROM = HASH_FROM + 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Envelope() {}

    /**
     * @return DER
     * @throws IllegalArgumentException if the receiver is no SM2 key
     */
    public static byte[] wrap(EncryptionPair pair, SubjectPublicKeyInfo receiver) {
        byte[] sm4 = new byte[BLOCK];
        RANDOM.nextBytes(sm4);
        byte[] raw = encrypt(sm4, receiver);
        DERSequence cipher = new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1, 1 + COORDINATE))),
            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1 + COORDINATE, HASH_FROM))),
            new DEROctetString(Arrays.copyOfRange(raw, HASH_FROM, CIPHER_FROM)),
            new DEROctetString(Arrays.copyOfRange(raw, CIPHER_FROM, raw.length))
        });
        try {
            return new DERSequence(new ASN1Encodable[] {
                        new AlgorithmIdentifier(SM4_ECB),
                        cipher,
                        new DERBitString(pair.point()),
                        new DERBitString(encrypt(sm4, pair.secret()))
                    })
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode an envelope", e);
        }
    }

    private static byte[] encrypt(byte[] clear, SubjectPublicKeyInfo receiver) {
        if (!GMObjectIdentifiers.sm2p256v1.equals(receiver.getAlgorithm().getParameters())) {
            throw new IllegalArgumentException("the receiver of an envelope must have an SM2 key");
        }
        ECPublicKeyParameters key = new ECPublicKeyParameters(
                EncryptionPair.DOMAIN
                        .getCurve()
                        .decodePoint(receiver.getPublicKeyData().getBytes()),
                EncryptionPair.DOMAIN);
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(key, RANDOM));
        try {
            return engine.processBlock(clear, 0, clear.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("cannot encrypt to the holder's key", e);
        }
    }

    private static byte[] encrypt(byte[] key, byte[] clear) {
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(key));
        byte[] out = new byte[clear.length];
        for (int at = 0; at < clear.length; at += BLOCK) {
            engine.processBlock(clear, at, out, at);
        }
        return out;
    }
}
