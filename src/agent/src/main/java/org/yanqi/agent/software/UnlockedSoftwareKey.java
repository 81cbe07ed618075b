package org.yanqi.agent.software;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Arrays;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.crypto.Sm2Envelope;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.key.SignedRequest;
import org.yanqi.agent.key.UnlockedKey;

/** A software key while its master key is known. */
final class UnlockedSoftwareKey implements UnlockedKey {
    private final SoftwareKey key;
    private final KeyDirectory files;
    private final byte[] master;

    UnlockedSoftwareKey(SoftwareKey key, KeyDirectory files, byte[] master) {
        this.key = key;
        this.files = files;
        this.master = master;
    }

    @Override
    public Container generate(KeyAlgorithm algorithm, String item) throws KeyTrouble {
        synchronized (key) {
            key.happen(Fault.REMOVED_BEFORE_GENERATE);
            if (key.freeSlots() == 0) {
                throw new KeyTrouble(Kind.KEY_FULL, "no slot is free");
            }
            return key.reading(() -> put(algorithm.generate(), algorithm, ContainerState.NEW, item)
                    .open());
        }
    }

    ContainerFile put(KeyPair pair, KeyAlgorithm algorithm, ContainerState state, @Nullable String item)
            throws IOException, GeneralSecurityException {
        String id = files.nextContainer();
        byte[] sealed = Vault.seal(master, signing(id), pair.getPrivate().getEncoded());
        ContainerFile container = new ContainerFile(
                id, state, algorithm, pair.getPublic().getEncoded(), sealed, null, null, null, item, null, null);
        files.write(container);
        return container;
    }

    @Override
    public byte[] sign(String container, byte[] data) throws KeyTrouble {
        synchronized (key) {
            ContainerFile file = key.reading(() -> files.container(container));
            boolean proving = file.state() == ContainerState.NEW && file.certificate() != null;
            key.happen(proving ? Fault.REMOVED_BEFORE_PROVE : Fault.REMOVED_BEFORE_SIGN);
            return key.reading(() -> file.algorithm().sign(signingKey(file), data));
        }
    }

    @Override
    public byte[] decrypt(String container, byte[] encrypted) throws KeyTrouble {
        synchronized (key) {
            key.happen(Fault.REMOVED_BEFORE_READ_BACK);
            ContainerFile file = key.reading(() -> files.container(container));
            PrivateKey opener = key.reading(() -> encryptionKey(file));
            try {
                return file.algorithm().decrypt(opener, encrypted);
            } catch (GeneralSecurityException closed) {
                throw new KeyTrouble(Kind.NOT_DECRYPTED, "the message does not open with this key", closed);
            }
        }
    }

    @Override
    public void keepRequest(String container, SignedRequest request) throws KeyTrouble {
        synchronized (key) {
            key.happen(Fault.REMOVED_BEFORE_KEEP_REQUEST);
            change(() -> files.write(files.container(container).withRequest(request)), Kind.WRITE_FAILED);
        }
    }

    @Override
    public void writeCertificate(String container, X509CertificateHolder certificate) throws KeyTrouble {
        synchronized (key) {
            key.happen(Fault.REMOVED_BEFORE_WRITE);
            key.happen(Fault.WRITE_FAILED);
            change(
                    () -> {
                        ContainerFile file = files.container(container);
                        if (!Arrays.equals(
                                file.publicKey(),
                                certificate.getSubjectPublicKeyInfo().getEncoded())) {
                            throw new GeneralSecurityException("the certificate belongs to another key");
                        }
                        files.write(file.withCertificate(certificate.getEncoded()));
                    },
                    Kind.WRITE_FAILED);
        }
    }

    @Override
    public void importEncryption(String container, X509CertificateHolder certificate, byte[] envelope)
            throws KeyTrouble {
        synchronized (key) {
            key.happen(Fault.REMOVED_BEFORE_IMPORT);
            key.happen(Fault.IMPORT_FAILED);
            change(
                    () -> {
                        ContainerFile file = files.container(container);
                        byte[] point = certificate
                                .getSubjectPublicKeyInfo()
                                .getPublicKeyData()
                                .getBytes();
                        PrivateKey opened = Sm2Envelope.open(envelope, signingKey(file), point);
                        putEncryption(file, opened, certificate);
                    },
                    Kind.IMPORT_FAILED);
        }
    }

    void putEncryption(ContainerFile file, PrivateKey pair, X509CertificateHolder certificate)
            throws IOException, GeneralSecurityException {
        byte[] sealed = Vault.seal(master, encryption(file.id()), pair.getEncoded());
        files.write(file.withEncryption(sealed, certificate.getEncoded()));
    }

    @Override
    public void close() {
        Arrays.fill(master, (byte) 0);
    }

    private PrivateKey signingKey(ContainerFile file) throws GeneralSecurityException {
        return file.algorithm().privateKey(Vault.open(master, signing(file.id()), file.sealedKey()));
    }

    private PrivateKey encryptionKey(ContainerFile file) throws GeneralSecurityException {
        byte[] sealed = file.sealedEncryptionKey();
        return sealed == null
                ? signingKey(file)
                : file.algorithm().privateKey(Vault.open(master, encryption(file.id()), sealed));
    }

    private static String signing(String container) {
        return container + "/signing";
    }

    private static String encryption(String container) {
        return container + "/encryption";
    }

    private void change(Change change, Kind otherwise) throws KeyTrouble {
        if (!key.inserted()) {
            throw new KeyTrouble(Kind.KEY_REMOVED, "the key is not plugged in");
        }
        try {
            change.run();
        } catch (IOException | GeneralSecurityException failed) {
            throw new KeyTrouble(otherwise, "the key refused the change", failed);
        }
    }

    @FunctionalInterface
    private interface Change {
        void run() throws IOException, GeneralSecurityException;
    }
}
