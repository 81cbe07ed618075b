package org.yanqi.agent.pkcs11;

import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_EC_PARAMS;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_EC_POINT;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_KEY_TYPE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_MODULUS;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_PUBLIC_EXPONENT;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKK_EC;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKK_RSA;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/** Reads public keys off a token. */
final class PublicParts {
    private PublicParts() {}

    /** The key as a SubjectPublicKeyInfo; empty for a kind of key that is not used here. */
    static Optional<SubjectPublicKeyInfo> read(Session session, long key) throws PKCS11Exception, IOException {
        long type = session.number(key, CKA_KEY_TYPE);
        if (type == CKK_RSA) {
            RSAPublicKey numbers = new RSAPublicKey(
                    new BigInteger(1, session.bytes(key, CKA_MODULUS)),
                    new BigInteger(1, session.bytes(key, CKA_PUBLIC_EXPONENT)));
            return Optional.of(new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), numbers));
        }
        if (type == CKK_EC) {
            ASN1Primitive curve = ASN1Primitive.fromByteArray(session.bytes(key, CKA_EC_PARAMS));
            byte[] point = point(session.bytes(key, CKA_EC_POINT));
            return Optional.of(new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point));
        }
        return Optional.empty();
    }

    /** The standard wraps the point into an OCTET STRING; some tokens give it bare. */
    private static byte[] point(byte[] value) {
        boolean wrapped = value.length > 2 && value[0] == 4 && (value[1] & 0xff) == value.length - 2;
        return wrapped ? ASN1OctetString.getInstance(value).getOctets() : value;
    }
}
