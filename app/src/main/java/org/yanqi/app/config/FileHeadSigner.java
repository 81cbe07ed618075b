package org.yanqi.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.port.HeadSigner;

/** Signs with an Ed25519 key in a PEM file: the private half as encrypted PKCS#8, the public half beside it. */
@Component
class FileHeadSigner implements HeadSigner {
    private static final String SCHEME = "PBEWithHmacSHA256AndAES_256";
    private static final int ROUNDS = 210_000;

    private final KeyPair keys;

    FileHeadSigner(RecordKeyProperties properties) {
        Path file = properties.keyFile();
        try {
            if (Files.notExists(file)) {
                make(file, properties.keyPassword());
            }
            this.keys = read(file, properties.keyPassword());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the record's key in " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "cannot open the record's key in " + file + "; is yanqi.record.key-password right?", e);
        }
    }

    @Override
    public byte[] sign(byte[] head) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(head);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign the record's head", e);
        }
    }

    @Override
    public boolean isGenuine(byte[] head, byte[] signed) {
        if (signed.length != 64) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(keys.getPublic());
            signature.update(head);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify the record's head", e);
        }
    }

    private static void make(Path file, String password) throws IOException, GeneralSecurityException {
        KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        Cipher cipher = Cipher.getInstance(SCHEME);
        cipher.init(Cipher.ENCRYPT_MODE, secret(password), new PBEParameterSpec(salt, ROUNDS));
        AlgorithmParameters parameters = cipher.getParameters();
        byte[] locked = new EncryptedPrivateKeyInfo(
                        parameters, cipher.doFinal(made.getPrivate().getEncoded()))
                .getEncoded();
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        String pem = pem("ENCRYPTED PRIVATE KEY", locked)
                + pem("PUBLIC KEY", made.getPublic().getEncoded());
        try {
            Files.writeString(file, pem, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // another node on the same folder was faster; its key is the one
            if (Files.size(file) == 0) {
                throw e;
            }
        }
    }

    private static KeyPair read(Path file, String password) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file);
        EncryptedPrivateKeyInfo locked = new EncryptedPrivateKeyInfo(part(pem, "ENCRYPTED PRIVATE KEY"));
        Cipher cipher = Cipher.getInstance(SCHEME);
        cipher.init(Cipher.DECRYPT_MODE, secret(password), locked.getAlgParameters());
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        PublicKey open = factory.generatePublic(new X509EncodedKeySpec(part(pem, "PUBLIC KEY")));
        return new KeyPair(open, factory.generatePrivate(locked.getKeySpec(cipher)));
    }

    private static SecretKey secret(String password) throws GeneralSecurityException {
        return SecretKeyFactory.getInstance(SCHEME).generateSecret(new PBEKeySpec(password.toCharArray()));
    }

    private static String pem(String name, byte[] content) {
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + name + "-----\n";
    }

    private static byte[] part(String pem, String name) {
        Matcher matcher = Pattern.compile("-----BEGIN " + name + "-----([^-]+)-----END " + name + "-----")
                .matcher(pem);
        if (!matcher.find()) {
            throw new IllegalStateException("the record's key file has no " + name);
        }
        return Base64.getMimeDecoder().decode(matcher.group(1));
    }
}
