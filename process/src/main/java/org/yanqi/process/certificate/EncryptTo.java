package org.yanqi.process.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Encrypts a short message to a certificate: RSA by OAEP with SHA-256, SM2 as SM2Cipher (GM/T 0009, C1C3C2). */
public final class EncryptTo {
    private static final int FIELD = 32;
    private static final int HASH = 32;

    private EncryptTo() {}

    /**
     * @param certificate DER
     * @throws IllegalArgumentException if the certificate cannot be read or its key does not encrypt
     */
    public static byte[] certificate(byte[] certificate, byte[] message) {
        try {
            SubjectPublicKeyInfo key = new X509CertificateHolder(certificate).getSubjectPublicKeyInfo();
            AsymmetricKeyParameter recipient = PublicKeyFactory.createKey(key);
            return PKCSObjectIdentifiers.rsaEncryption.equals(key.getAlgorithm().getAlgorithm())
                    ? rsa(recipient, message)
                    : sm2(recipient, message);
        } catch (IOException | InvalidCipherTextException unusable) {
            throw new IllegalArgumentException("nothing can be encrypted to this certificate", unusable);
        }
    }

    private static byte[] rsa(AsymmetricKeyParameter key, byte[] message) throws InvalidCipherTextException {
        OAEPEncoding cipher = new OAEPEncoding(new RSAEngine(), new SHA256Digest());
        cipher.init(true, new ParametersWithRandom(key, new SecureRandom()));
        return cipher.processBlock(message, 0, message.length);
    }

    private static byte[] sm2(AsymmetricKeyParameter key, byte[] message)
            throws InvalidCipherTextException, IOException {
        SM2Engine cipher = new SM2Engine(SM2Engine.Mode.C1C3C2);
        cipher.init(true, new ParametersWithRandom(key, new SecureRandom()));
        byte[] raw = cipher.processBlock(message, 0, message.length);
        int hash = 1 + 2 * FIELD;
        return new DERSequence(new ASN1Encodable[] {
                    new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1, 1 + FIELD))),
                    new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1 + FIELD, hash))),
                    new DEROctetString(Arrays.copyOfRange(raw, hash, hash + HASH)),
                    new DEROctetString(Arrays.copyOfRange(raw, hash + HASH, raw.length))
                })
                .getEncoded();
    }
}
