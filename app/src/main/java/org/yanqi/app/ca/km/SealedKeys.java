package org.yanqi.app.ca.km;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals private keys for the database: AES-256-GCM under a key derived from the component's secret. */
public final class SealedKeys {
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;
    private static final int ROUNDS = 310_000;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** @param directory where the salt lies; it is made if it is missing */
    public SealedKeys(Path directory, String secret) {
        try {
            Path file = directory.resolve("escrow.salt");
            if (!Files.exists(file)) {
                byte[] fresh = new byte[SALT_BYTES];
                random.nextBytes(fresh);
                Files.createDirectories(directory);
                Files.write(file, fresh);
            }
            byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(secret.toCharArray(), Files.readAllBytes(file), ROUNDS, KEY_BITS))
                    .getEncoded();
            this.key = new SecretKeySpec(derived, "AES");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot prepare the sealing of keys in " + directory, e);
        }
    }

    /** @param owner bound to the seal, so that a sealed key cannot be moved to another certificate */
    public byte[] seal(byte[] clear, byte[] owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, clear, owner);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    /** @throws IllegalStateException if it was changed, or sealed for another owner */
    public byte[] open(byte[] sealed, byte[] owner) {
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length),
                owner);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, byte[] owner) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed key cannot be processed", e);
        }
    }
}
