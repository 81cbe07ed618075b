package org.yanqi.agent.crypto;

import static org.bouncycastle.util.Arrays.concatenate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.util.BigIntegers;

/** SM2 encryption as SM2Cipher ::= SEQUENCE { x INTEGER, y INTEGER, hash OCTET STRING, c OCTET STRING } (GM/T 0009), order C1C3C2. */
final class Sm2Cipher {
    private static final int FIELD = 32;
    private static final int HASH = 32;

    private Sm2Cipher() {}

    static byte[] encrypt(PublicKey key, byte[] message) throws GeneralSecurityException {
        byte[] raw = run(true, new ParametersWithRandom(ECUtil.generatePublicKeyParameter(key)), message);
        int hash = 1 + 2 * FIELD;
        return encode(new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1, 1 + FIELD))),
            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1 + FIELD, hash))),
            new DEROctetString(Arrays.copyOfRange(raw, hash, hash + HASH)),
            new DEROctetString(Arrays.copyOfRange(raw, hash + HASH, raw.length))
        }));
    }

    static byte[] decrypt(PrivateKey key, byte[] cipher) throws GeneralSecurityException {
        try {
            return decrypt(key, ASN1Sequence.getInstance(cipher));
        } catch (IllegalArgumentException notDer) {
            throw new GeneralSecurityException("not an SM2Cipher", notDer);
        }
    }

    static byte[] decrypt(PrivateKey key, ASN1Sequence cipher) throws GeneralSecurityException {
        byte[] raw;
        try {
            raw = concatenate(
                    new byte[] {4},
                    coordinate(cipher, 0),
                    coordinate(cipher, 1),
                    concatenate(octets(cipher, 2), octets(cipher, 3)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new GeneralSecurityException("not an SM2Cipher", malformed);
        }
        return run(false, ECUtil.generatePrivateKeyParameter(key), raw);
    }

    private static byte[] coordinate(ASN1Sequence cipher, int index) {
        return BigIntegers.asUnsignedByteArray(
                FIELD, ASN1Integer.getInstance(cipher.getObjectAt(index)).getPositiveValue());
    }

    private static byte[] octets(ASN1Sequence cipher, int index) {
        return ASN1OctetString.getInstance(cipher.getObjectAt(index)).getOctets();
    }

    private static byte[] encode(DERSequence sequence) throws GeneralSecurityException {
        try {
            return sequence.getEncoded();
        } catch (IOException impossible) {
            throw new GeneralSecurityException("cannot encode SM2Cipher", impossible);
        }
    }

    private static byte[] run(boolean encrypt, CipherParameters key, byte[] input) throws GeneralSecurityException {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(encrypt, key);
        try {
            return engine.processBlock(input, 0, input.length);
        } catch (InvalidCipherTextException | IllegalArgumentException refused) {
            throw new GeneralSecurityException("SM2 decryption failed", refused);
        }
    }
}
