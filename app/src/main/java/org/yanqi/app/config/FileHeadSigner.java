package org.yanqi.app.config;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.port.HeadSigner;

/** Signs with an Ed25519 key in a PEM file: the private half as encrypted PKCS#8, the public half beside it. */
@Component
class FileHeadSigner implements HeadSigner {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
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
        } catch (GeneralSecurityException | OperatorCreationException | PKCSException e) {
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

    private static void make(Path file, String password)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        OutputEncryptor lock = new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(BOUNCY_CASTLE)
                .setIterationCount(ROUNDS)
                .build(password.toCharArray());
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(new JcaPKCS8EncryptedPrivateKeyInfoBuilder(made.getPrivate()).build(lock));
            writer.writeObject(made.getPublic());
        }
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        try {
            Files.writeString(file, pem.toString(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // another node on the same folder was faster; its key is the one
            if (Files.size(file) == 0) {
                throw e;
            }
        }
    }

    private static KeyPair read(Path file, String password) throws IOException, PKCSException {
        try (PEMParser parser = new PEMParser(Files.newBufferedReader(file))) {
            PKCS8EncryptedPrivateKeyInfo locked = (PKCS8EncryptedPrivateKeyInfo) parser.readObject();
            SubjectPublicKeyInfo open = (SubjectPublicKeyInfo) parser.readObject();
            if (locked == null || open == null) {
                throw new IOException("not a whole key file");
            }
            InputDecryptorProvider key = new JcePKCSPBEInputDecryptorProviderBuilder()
                    .setProvider(BOUNCY_CASTLE)
                    .build(password.toCharArray());
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            return new KeyPair(
                    converter.getPublicKey(open), converter.getPrivateKey(locked.decryptPrivateKeyInfo(key)));
        }
    }
}
