package org.yanqi.app.ca;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.yanqi.process.certificate.Algorithm;

/** Keeps the authority's keys in PKCS#12 files, encrypted; root and issuing key apart, so that the root's can be taken away. */
final class KeyFiles implements KeyStores {
    private static final String TYPE = "PKCS12-AES256-AES128-GCM";
    private static final String ALIAS = "ca";

    private final Path directory;
    private final char[] secret;

    KeyFiles(Path directory, String secret) {
        this.directory = directory;
        this.secret = secret.toCharArray();
    }

    @Override
    public Optional<Hierarchy> load(Algorithm algorithm) {
        return open(issuingFile(algorithm))
                .map(opened -> new Hierarchy(
                        algorithm,
                        opened.chain().get(1),
                        opened.chain().get(0),
                        new ReadyKey(algorithm, opened.key(), Signing.PROVIDER)));
    }

    @Override
    public Optional<RootList.Root> root(Algorithm algorithm) {
        return open(rootFile(algorithm))
                .map(opened -> new RootList.Root(
                        opened.chain().get(0), new ReadyKey(algorithm, opened.key(), Signing.PROVIDER)));
    }

    private record Opened(PrivateKey key, List<X509CertificateHolder> chain) {}

    private Optional<Opened> open(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE, Signing.PROVIDER);
            store.load(in, secret);
            List<X509CertificateHolder> chain = new ArrayList<>();
            for (Certificate one : store.getCertificateChain(ALIAS)) {
                chain.add(new X509CertificateHolder(one.getEncoded()));
            }
            return Optional.of(new Opened((PrivateKey) store.getKey(ALIAS, secret), chain));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("yanqi.ca.secret does not open " + file + ", or the file is damaged", e);
        }
    }

    @Override
    public boolean holdsAny(Algorithm algorithm) {
        return Files.exists(issuingFile(algorithm)) || Files.exists(rootFile(algorithm));
    }

    @Override
    public KeyPair newPair(Algorithm algorithm) {
        return Signing.newPair(algorithm);
    }

    @Override
    public Provider provider() {
        return Signing.PROVIDER;
    }

    @Override
    public String describe() {
        return "PKCS#12 files in " + directory.toAbsolutePath();
    }

    @Override
    public void keep(FoundHierarchy.Founded founded) {
        Hierarchy made = founded.hierarchy();
        List<byte[]> sealed = AtOnce.all(List.of(
                () -> sealed(founded.root().getPrivate(), made.root()),
                () -> sealed(made.key(), made.issuing(), made.root())));
        // the root first: an issuing file means that the ceremony is complete
        write(rootFile(made.algorithm()), sealed.get(0));
        write(issuingFile(made.algorithm()), sealed.get(1));
    }

    private byte[] sealed(PrivateKey key, X509CertificateHolder... chain) {
        try {
            KeyStore store = KeyStore.getInstance(TYPE, Signing.PROVIDER);
            store.load(null, null);
            JcaX509CertificateConverter converter = new JcaX509CertificateConverter().setProvider(Signing.PROVIDER);
            Certificate[] certificates = new Certificate[chain.length];
            for (int i = 0; i < chain.length; i++) {
                certificates[i] = converter.getCertificate(chain[i]);
            }
            store.setKeyEntry(ALIAS, key, secret, certificates);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            store.store(file, secret);
            return file.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal the authority's key for " + directory, e);
        }
    }

    private void write(Path file, byte[] sealed) {
        try {
            Files.createDirectories(directory);
            Path half = file.resolveSibling(file.getFileName() + ".part");
            Files.write(half, sealed);
            if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException("cannot keep the authority's key in " + file, e);
        }
    }

    private Path issuingFile(Algorithm algorithm) {
        return directory.resolve(Hierarchy.slugOf(algorithm) + "-issuing.p12");
    }

    private Path rootFile(Algorithm algorithm) {
        return directory.resolve(Hierarchy.slugOf(algorithm) + "-root.p12");
    }
}
