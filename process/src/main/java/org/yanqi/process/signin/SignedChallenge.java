package org.yanqi.process.signin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** What a key signs to prove itself: the digest of the page's origin, then that of the nonce as it stands in the ticket. */
public final class SignedChallenge {
    private SignedChallenge() {}

    /** @param key decides the digest: SM3 for an SM2 key, SHA-256 for any other */
    public static byte[] of(SubjectPublicKeyInfo key, String origin, String nonce) {
        boolean sm2 = GMObjectIdentifiers.sm2p256v1.equals(key.getAlgorithm().getParameters());
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(digest(sm2, origin.getBytes(StandardCharsets.UTF_8)));
        both.writeBytes(digest(sm2, nonce.getBytes(StandardCharsets.US_ASCII)));
        return both.toByteArray();
    }

    private static byte[] digest(boolean sm3, byte[] message) {
        Digest digest = sm3 ? new SM3Digest() : new SHA256Digest();
        byte[] made = new byte[digest.getDigestSize()];
        digest.update(message, 0, message.length);
        digest.doFinal(made, 0);
        return made;
    }
}
