package org.yanqi.agent;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.util.BigIntegers;
import org.yanqi.agent.crypto.KeyAlgorithm;

/** A certificate authority of one SM2 key, with its key-management side. */
final class TestAuthority {
    static final X500Name ISSUER = new X500Name("C=CN,O=Test Authority,CN=Test CA");
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final KeyPair pair;
    private final SecureRandom random = new SecureRandom();

    TestAuthority() throws Exception {
        pair = KeyAlgorithm.SM2.generate();
    }

    X509CertificateHolder issue(X500Name subject, SubjectPublicKeyInfo key) {
        return new X509v3CertificateBuilder(
                        ISSUER,
                        new BigInteger(136, random).setBit(136),
                        Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                        Date.from(Instant.parse("2027-01-01T00:00:00Z")),
                        subject,
                        key)
                .build(new Signer(pair));
    }

    X509CertificateHolder issue(X500Name subject, PublicKey key) {
        return issue(subject, SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    /** SM2EnvelopedKey of a pair for a signing key, with as much padding as asked for. */
    static byte[] envelope(KeyPair encryption, PublicKey signing, int padding) throws Exception {
        byte[] sm4 = new byte[16];
        new SecureRandom().nextBytes(sm4);
        byte[] scalar = BigIntegers.asUnsignedByteArray(32, ((ECPrivateKey) encryption.getPrivate()).getD());
        byte[] padded = Arrays.copyOf(scalar, 32 + padding);
        Arrays.fill(padded, 32, padded.length, (byte) padding);
        Cipher cipher = Cipher.getInstance("SM4/ECB/NoPadding", PROVIDER);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(sm4, "SM4"));
        byte[] point = SubjectPublicKeyInfo.getInstance(encryption.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new AlgorithmIdentifier(GMObjectIdentifiers.sms4_ecb));
        parts.add(ASN1Sequence.getInstance(KeyAlgorithm.SM2.encrypt(signing, sm4)));
        parts.add(new DERBitString(point));
        parts.add(new DERBitString(cipher.doFinal(padded)));
        return new DERSequence(parts).getEncoded();
    }

    private static final class Signer implements ContentSigner {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final KeyPair pair;

        Signer(KeyPair pair) {
            this.pair = pair;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return KeyAlgorithm.SM2.signatureIdentifier();
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            try {
                return KeyAlgorithm.SM2.sign(pair.getPrivate(), content.toByteArray());
            } catch (GeneralSecurityException defect) {
                throw new IllegalStateException(defect);
            }
        }
    }
}
