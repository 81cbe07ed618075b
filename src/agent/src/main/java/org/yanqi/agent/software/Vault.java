package org.yanqi.agent.software;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals bytes with AES-256-GCM, under a random key or under one derived from a PIN (PBKDF2). */
final class Vault {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Vault() {}

    static byte[] random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return value;
    }

    static byte[] derive(char[] pin, byte[] salt, int iterations) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(pin, salt, iterations, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
        }
    }

    /** Seals a secret; the label is bound to it, so that sealed bytes cannot be moved to another place. */
    static byte[] seal(byte[] key, String label, byte[] secret) throws GeneralSecurityException {
        byte[] nonce = random(NONCE);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, label).doFinal(secret);
        byte[] result = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, result, NONCE, sealed.length);
        return result;
    }

    /** Opens what was sealed under the same key and label; throws AEADBadTagException for any other key. */
    static byte[] open(byte[] key, String label, byte[] sealed) throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, label).doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String label) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
