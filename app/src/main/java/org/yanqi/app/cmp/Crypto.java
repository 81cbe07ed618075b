package org.yanqi.app.cmp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;

/** Hashes and random numbers as CMP wants them. */
final class Crypto {
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final Set<ASN1ObjectIdentifier> BROKEN = Set.of(
            PKCSObjectIdentifiers.md2,
            PKCSObjectIdentifiers.md4,
            PKCSObjectIdentifiers.md5,
            OIWObjectIdentifiers.idSHA1);
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Crypto() {}

    /** 128 random bits for a nonce or a transaction (RFC 9483 §3.1). */
    static byte[] random() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a signature of this kind rests on a hash that can still be relied upon. */
    static boolean isSound(AlgorithmIdentifier signature) {
        AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(signature);
        return digest != null && isSoundHash(digest);
    }

    static boolean isSoundHash(AlgorithmIdentifier hash) {
        return !BROKEN.contains(hash.getAlgorithm());
    }

    /** Hash of a certificate by the algorithm of its own signature (RFC 4210 §5.3.18). */
    static byte[] hash(X509CertificateHolder certificate) {
        AlgorithmIdentifier digest =
                new DefaultDigestAlgorithmIdentifierFinder().find(certificate.getSignatureAlgorithm());
        try {
            return MessageDigest.getInstance(digest.getAlgorithm().getId(), PROVIDER)
                    .digest(certificate.getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no hash for a certificate signed by " + digest.getAlgorithm(), e);
        }
    }
}
