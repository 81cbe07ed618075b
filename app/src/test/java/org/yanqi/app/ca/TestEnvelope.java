package org.yanqi.app.ca;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.BigIntegers;

/** Opens an SM2EnvelopedKey as a USB key does. */
final class TestEnvelope {
    private TestEnvelope() {}

    /** @return the 32 bytes inside, if it was made for this key */
    static Optional<byte[]> open(byte[] envelope, TestKey key) throws Exception {
        ASN1Sequence parts = ASN1Sequence.getInstance(envelope);
        ASN1Sequence cipher = ASN1Sequence.getInstance(parts.getObjectAt(1));
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.write(4);
        for (int i = 0; i < 2; i++) {
            raw.writeBytes(BigIntegers.asUnsignedByteArray(
                    32, ASN1Integer.getInstance(cipher.getObjectAt(i)).getPositiveValue()));
        }
        for (int i = 2; i < 4; i++) {
            raw.writeBytes(ASN1OctetString.getInstance(cipher.getObjectAt(i)).getOctets());
        }
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, PrivateKeyFactory.createKey(key.pair().getPrivate().getEncoded()));
        try {
            byte[] sm4 = engine.processBlock(raw.toByteArray(), 0, raw.size());
            return Optional.of(decrypt(sm4, ((DERBitString) parts.getObjectAt(3)).getBytes()));
        } catch (InvalidCipherTextException notForThisKey) {
            return Optional.empty();
        }
    }

    /** 04 || X || Y of a secret. */
    static byte[] point(byte[] secret) {
        return GMNamedCurves.getByName("sm2p256v1")
                .getG()
                .multiply(BigIntegers.fromUnsignedByteArray(secret))
                .getEncoded(false);
    }

    static byte[] decrypt(byte[] key, byte[] sealed) {
        SM4Engine engine = new SM4Engine();
        engine.init(false, new KeyParameter(key));
        byte[] clear = new byte[sealed.length];
        for (int at = 0; at < sealed.length; at += 16) {
            engine.processBlock(sealed, at, clear, at);
        }
        return clear;
    }
}
