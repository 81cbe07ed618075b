package org.yanqi.agent.pkcs11;

import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_DECRYPT;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_EC_PARAMS;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_ENCRYPT;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_EXTRACTABLE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_ID;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_LABEL;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_MODULUS;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_MODULUS_BITS;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_PRIVATE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_PUBLIC_EXPONENT;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_SENSITIVE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_SIGN;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_TOKEN;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_VERIFY;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKM_ECDSA;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKM_EC_KEY_PAIR_GEN;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKM_RSA_PKCS_KEY_PAIR_GEN;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKM_RSA_X_509;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKM_SHA256_RSA_PKCS;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.yanqi.agent.crypto.KeyAlgorithm;
import sun.security.pkcs11.wrapper.CK_ATTRIBUTE;
import sun.security.pkcs11.wrapper.CK_MECHANISM;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/** Pairs on a token at work: generated there, never leaving it. */
final class TokenPairs {
    private static final BigInteger P256_ORDER =
            new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);
    private static final int P256_BYTES = 32;

    private TokenPairs() {}

    /** Generates a pair whose halves both carry the id and the label, so that there is none without them. */
    static void generate(Session session, KeyAlgorithm algorithm, String id, String label)
            throws PKCS11Exception, IOException, GeneralSecurityException {
        boolean rsa = algorithm.isRsa();
        if (!rsa && algorithm != KeyAlgorithm.EC_P256) {
            throw new GeneralSecurityException("a PKCS#11 key makes no " + algorithm + " pair");
        }
        List<CK_ATTRIBUTE> publicPart = new ArrayList<>(common(id, label));
        publicPart.add(new CK_ATTRIBUTE(CKA_PRIVATE, false));
        publicPart.add(new CK_ATTRIBUTE(CKA_VERIFY, true));
        publicPart.add(new CK_ATTRIBUTE(CKA_ENCRYPT, rsa));
        if (rsa) {
            publicPart.add(new CK_ATTRIBUTE(CKA_MODULUS_BITS, algorithm.modulusBits()));
            publicPart.add(new CK_ATTRIBUTE(CKA_PUBLIC_EXPONENT, BigInteger.valueOf(65537)));
        } else {
            publicPart.add(new CK_ATTRIBUTE(CKA_EC_PARAMS, X9ObjectIdentifiers.prime256v1.getEncoded()));
        }
        List<CK_ATTRIBUTE> privatePart = new ArrayList<>(common(id, label));
        privatePart.add(new CK_ATTRIBUTE(CKA_PRIVATE, true));
        privatePart.add(new CK_ATTRIBUTE(CKA_SENSITIVE, true));
        privatePart.add(new CK_ATTRIBUTE(CKA_EXTRACTABLE, false));
        privatePart.add(new CK_ATTRIBUTE(CKA_SIGN, true));
        privatePart.add(new CK_ATTRIBUTE(CKA_DECRYPT, rsa));
        session.generate(
                new CK_MECHANISM(rsa ? CKM_RSA_PKCS_KEY_PAIR_GEN : CKM_EC_KEY_PAIR_GEN),
                publicPart.toArray(CK_ATTRIBUTE[]::new),
                privatePart.toArray(CK_ATTRIBUTE[]::new));
    }

    private static List<CK_ATTRIBUTE> common(String id, String label) {
        return List.of(
                new CK_ATTRIBUTE(CKA_TOKEN, true),
                new CK_ATTRIBUTE(CKA_ID, PairId.bytes(id)),
                new CK_ATTRIBUTE(CKA_LABEL, label.toCharArray()));
    }

    /** Signs; tokens hash for RSA themselves, for EC they commonly take the hash. */
    static byte[] sign(Session session, KeyAlgorithm algorithm, long key, byte[] data)
            throws PKCS11Exception, IOException, GeneralSecurityException {
        if (algorithm.isRsa()) {
            return session.sign(new CK_MECHANISM(CKM_SHA256_RSA_PKCS), key, data);
        }
        byte[] bare = session.sign(new CK_MECHANISM(CKM_ECDSA), key, algorithm.hash(data));
        return StandardDSAEncoding.INSTANCE.encode(
                P256_ORDER,
                new BigInteger(1, Arrays.copyOf(bare, P256_BYTES)),
                new BigInteger(1, Arrays.copyOfRange(bare, P256_BYTES, bare.length)));
    }

    /** Opens OAEP with SHA-256. Many tokens know OAEP with SHA-1 only; so the token does the bare RSA. */
    static byte[] decrypt(Session session, long key, byte[] encrypted)
            throws PKCS11Exception, GeneralSecurityException {
        int length = session.bytes(key, CKA_MODULUS).length;
        byte[] opened = session.decrypt(new CK_MECHANISM(CKM_RSA_X_509), key, encrypted, length);
        OAEPEncoding padding = new OAEPEncoding(new Opened(opened, length), new SHA256Digest());
        padding.init(false, new AsymmetricKeyParameter(true));
        try {
            return padding.processBlock(encrypted, 0, encrypted.length);
        } catch (InvalidCipherTextException notPadded) {
            throw new GeneralSecurityException("not OAEP with SHA-256", notPadded);
        }
    }

    /** Stands for the RSA engine under the padding: the token has done its work already. */
    private record Opened(byte[] block, int length) implements AsymmetricBlockCipher {
        @Override
        public void init(boolean encrypt, CipherParameters key) {}

        @Override
        public int getInputBlockSize() {
            return length;
        }

        @Override
        public int getOutputBlockSize() {
            return length - 1;
        }

        @Override
        public byte[] processBlock(byte[] in, int offset, int count) {
            int zeros = 0;
            while (zeros < block.length && block[zeros] == 0) {
                zeros++;
            }
            return Arrays.copyOfRange(block, zeros, block.length);
        }
    }
}
