package org.yanqi.agent.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The kinds of key pair a USB key can hold, with the one signature algorithm used for each; named as on tickets. */
public enum KeyAlgorithm {
    /** RSA with 2048 bits; signs with SHA256withRSA, encrypts with OAEP (SHA-256 in both places). */
    RSA_2048(
            "RSA",
            "SHA256withRSA",
            "SHA-256",
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE)),
    /** RSA with 3072 bits; otherwise as with 2048. */
    RSA_3072(
            "RSA",
            "SHA256withRSA",
            "SHA-256",
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE)),
    /** SM2 on sm2p256v1; signs with SM3withSM2 under the default user id, parameters absent. */
    SM2("EC", "SM3withSM2", "SM3", new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3)),
    /** EC on P-256; signs with SHA256withECDSA, does not encrypt. */
    EC_P256("EC", "SHA256withECDSA", "SHA-256", new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));

    private static final int RSA_2048_BITS = 2048;
    private static final int RSA_3072_BITS = 3072;
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final String family;
    private final String signature;
    private final String hash;
    private final AlgorithmIdentifier signatureIdentifier;

    KeyAlgorithm(String family, String signature, String hash, AlgorithmIdentifier signatureIdentifier) {
        this.family = family;
        this.signature = signature;
        this.hash = hash;
        this.signatureIdentifier = signatureIdentifier;
    }

    /**
     * The algorithm a public key belongs to.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static KeyAlgorithm of(SubjectPublicKeyInfo key) {
        ASN1Encodable parameters = key.getAlgorithm().getParameters();
        if (key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            // the modulus is most of the key's encoding: 270 bytes with 2048 bits, 398 with 3072
            return key.getPublicKeyData().getBytes().length * Byte.SIZE < RSA_3072_BITS ? RSA_2048 : RSA_3072;
        }
        if (GMObjectIdentifiers.sm2p256v1.equals(parameters)) {
            return SM2;
        }
        if (X9ObjectIdentifiers.prime256v1.equals(parameters)) {
            return EC_P256;
        }
        throw new IllegalArgumentException("no key of a kind that is used here");
    }

    /** Whether its keys are RSA keys, of whatever length. */
    public boolean isRsa() {
        return this == RSA_2048 || this == RSA_3072;
    }

    /** Length of an RSA key's modulus. */
    public int modulusBits() {
        return this == RSA_3072 ? RSA_3072_BITS : RSA_2048_BITS;
    }

    /** Whether messages can be encrypted to its keys. */
    public boolean encrypts() {
        return this != EC_P256;
    }

    /** The hash that goes with its signatures. */
    public byte[] hash(byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance(hash, PROVIDER).digest(data);
    }

    /** How this algorithm's signature is named in ASN.1. */
    public AlgorithmIdentifier signatureIdentifier() {
        return signatureIdentifier;
    }

    /** A new key pair from the machine's secure random source. */
    public KeyPair generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(family, PROVIDER);
        switch (this) {
            case RSA_2048, RSA_3072 -> generator.initialize(modulusBits());
            case SM2 -> generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            case EC_P256 -> generator.initialize(new ECGenParameterSpec("P-256"));
        }
        return generator.generateKeyPair();
    }

    /** Reads a private key from PKCS#8. */
    public PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(family, PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** Reads a public key from its SubjectPublicKeyInfo in DER. */
    public PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(family, PROVIDER).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** Signs the data; hashing is part of the algorithm. */
    public byte[] sign(PrivateKey key, byte[] data) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(signature, PROVIDER);
        signer.initSign(key);
        signer.update(data);
        return signer.sign();
    }

    /** Whether the signature over the data was made by the key that belongs to this public one. */
    public boolean verify(PublicKey key, byte[] data, byte[] signed) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(signature, PROVIDER);
        verifier.initVerify(key);
        verifier.update(data);
        return verifier.verify(signed);
    }

    /** Encrypts a short message to a public key. */
    public byte[] encrypt(PublicKey key, byte[] message) throws GeneralSecurityException {
        return switch (this) {
            case SM2 -> Sm2Cipher.encrypt(key, message);
            case RSA_2048, RSA_3072 -> rsa(Cipher.ENCRYPT_MODE, key, message);
            case EC_P256 -> throw new GeneralSecurityException("EC keys do not encrypt");
        };
    }

    /** Opens what {@link #encrypt} made. */
    public byte[] decrypt(PrivateKey key, byte[] encrypted) throws GeneralSecurityException {
        return switch (this) {
            case SM2 -> Sm2Cipher.decrypt(key, encrypted);
            case RSA_2048, RSA_3072 -> rsa(Cipher.DECRYPT_MODE, key, encrypted);
            case EC_P256 -> throw new GeneralSecurityException("EC keys do not decrypt");
        };
    }

    private static byte[] rsa(int mode, Key key, byte[] input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/NONE/OAEPWithSHA256AndMGF1Padding", PROVIDER);
        cipher.init(mode, key, OAEP);
        return cipher.doFinal(input);
    }
}
