package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Rules for the key that is certified (RFC 3279 §2.3, RFC 5480 §2; the profile). */
final class KeyLints {
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(65537);
    private static final byte UNCOMPRESSED = 4;
    private static final int POINT_BYTES = 65;

    static final List<Lint> ALL = List.of(
            new Lint("key-of-profile", s -> isOfProfile(s.profile(), key(s))),
            new Lint(
                    "key-strong-enough",
                    s -> s.profile().key() == Profile.Family.SM2
                            || rsa(key(s)).getModulus().bitLength()
                                    >= s.profile().leastBits()),
            new Lint("key-rsa-sound", s -> s.profile().key() == Profile.Family.SM2 || isSound(rsa(key(s)))),
            new Lint(
                    "key-point-whole-and-on-curve (RFC 5480 2.2)",
                    s -> s.profile().key() == Profile.Family.RSA || isOnCurve(key(s))));

    private KeyLints() {}

    private static SubjectPublicKeyInfo key(Specimen s) {
        return s.certificate().getSubjectPublicKeyInfo();
    }

    private static boolean isOfProfile(Profile profile, SubjectPublicKeyInfo key) {
        return switch (profile.key()) {
            case SM2 ->
                X9ObjectIdentifiers.id_ecPublicKey.equals(key.getAlgorithm().getAlgorithm())
                        && GMObjectIdentifiers.sm2p256v1.equals(
                                key.getAlgorithm().getParameters());
            case RSA ->
                PKCSObjectIdentifiers.rsaEncryption.equals(key.getAlgorithm().getAlgorithm())
                        && DERNull.INSTANCE.equals(key.getAlgorithm().getParameters());
        };
    }

    private static RSAPublicKey rsa(SubjectPublicKeyInfo key) {
        try {
            return RSAPublicKey.getInstance(key.parsePublicKey());
        } catch (IOException e) {
            throw new IllegalArgumentException("not an RSA key", e);
        }
    }

    private static boolean isSound(RSAPublicKey key) {
        return key.getModulus().testBit(0)
                && key.getPublicExponent().testBit(0)
                && key.getPublicExponent().compareTo(SMALLEST_EXPONENT) >= 0;
    }

    private static boolean isOnCurve(SubjectPublicKeyInfo key) {
        byte[] point = key.getPublicKeyData().getBytes();
        try {
            // throws if the point is not on the curve
            return point.length == POINT_BYTES && point[0] == UNCOMPRESSED && PublicKeyFactory.createKey(key) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
