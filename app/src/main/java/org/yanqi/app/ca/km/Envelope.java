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

    private Envelope() {}

    /** @return DER */
    public static byte[] wrap(EncryptionPair pair, SubjectPublicKeyInfo signingKey) throws IOException {
        SecureRandom random = new SecureRandom();
        byte[] sm4 = new byte[BLOCK];
        random.nextBytes(sm4);
        ECPublicKeyParameters receiver = new ECPublicKeyParameters(
                EncryptionPair.DOMAIN
                        .getCurve()
                        .decodePoint(signingKey.getPublicKeyData().getBytes()),
                EncryptionPair.DOMAIN);
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(receiver, random));
        byte[] raw;
        try {
            raw = engine.processBlock(sm4, 0, sm4.length);
        } catch (InvalidCipherTextException e) {
            throw new IOException("cannot encrypt to the signing key", e);
        }
        DERSequence cipher = new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1, 1 + COORDINATE))),
            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1 + COORDINATE, HASH_FROM))),
            new DEROctetString(Arrays.copyOfRange(raw, HASH_FROM, CIPHER_FROM)),
            new DEROctetString(Arrays.copyOfRange(raw, CIPHER_FROM, raw.length))
        });
        return new DERSequence(new ASN1Encodable[] {
                    new AlgorithmIdentifier(SM4_ECB),
                    cipher,
                    new DERBitString(pair.point()),
                    new DERBitString(encrypt(sm4, pair.secret()))
                })
                .getEncoded(ASN1Encoding.DER);
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
