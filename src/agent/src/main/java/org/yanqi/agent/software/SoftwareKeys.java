package org.yanqi.agent.software;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.crypto.CertificateRequest;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.UnlockedKey;

/** Makes software keys, as the issuing counter makes real ones: for the demo's sample data and for tests. */
public final class SoftwareKeys {
    private SoftwareKeys() {}

    /**
     * Makes a key with a first pair that has no certificate yet; it is not plugged in.
     *
     * @param keys the directory of all keys; the new one is the sub-directory named by its serial
     * @param subject the distinguished name for the request, in RFC 2253 or BouncyCastle's notation
     * @return the PKCS#10 request in DER
     * @throws IOException if there is such a key already, or the directory cannot be written
     */
    public static byte[] create(Path keys, SoftwareKeySpec spec, KeyAlgorithm algorithm, X500Name subject)
            throws IOException, GeneralSecurityException {
        KeyPair pair = algorithm.generate();
        put(keys, spec, pair, List.of(), null);
        try {
            return CertificateRequest.build(
                    subject, pair.getPublic().getEncoded(), data -> algorithm.sign(pair.getPrivate(), data));
        } catch (IOException | GeneralSecurityException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException("a pair in memory did not sign", impossible);
        }
    }

    /**
     * Writes the first certificate(s) onto a key made by {@link #create}; it may be unplugged.
     *
     * @param encryption the encryption certificate with its SM2EnvelopedKey, or null for both
     */
    public static void certify(
            Path keys,
            String serial,
            char[] pin,
            X509CertificateHolder signing,
            @Nullable X509CertificateHolder encryption,
            byte @Nullable [] envelope)
            throws IOException, KeyTrouble {
        KeyDirectory files = new KeyDirectory(keys.resolve(serial));
        SoftwareKey key = new SoftwareKey(keys.resolve(serial));
        boolean wasInserted = files.inserted();
        files.insert();
        try (UnlockedKey open = key.unlock(pin)) {
            String container = files.containers().stream()
                    .filter(file -> file.state() == ContainerState.CURRENT)
                    .findFirst()
                    .orElseThrow(() -> new IOException("the key holds no pair"))
                    .id();
            open.writeCertificate(container, signing);
            if (encryption != null && envelope != null) {
                open.importEncryption(container, encryption, envelope);
            }
        } finally {
            if (!wasInserted) {
                files.remove();
            }
        }
    }

    /**
     * Makes a key from a pair and certificates that exist already; it is not plugged in.
     *
     * @param certificates the signing certificate, then perhaps the encryption certificate
     * @param encryption the encryption pair's private key; null if the first certificate serves for both
     */
    public static void install(
            Path keys,
            SoftwareKeySpec spec,
            KeyPair signing,
            List<X509CertificateHolder> certificates,
            @Nullable PrivateKey encryption)
            throws IOException, GeneralSecurityException {
        put(keys, spec, signing, certificates, encryption);
    }

    private static void put(
            Path keys,
            SoftwareKeySpec spec,
            KeyPair signing,
            List<X509CertificateHolder> certificates,
            @Nullable PrivateKey encryption)
            throws IOException, GeneralSecurityException {
        Path path = keys.resolve(spec.serial());
        if (KeyDirectory.isKey(path)) {
            throw new IOException("there is a key " + spec.serial() + " already");
        }
        Files.createDirectories(path);
        KeyDirectory files = new KeyDirectory(path);
        byte[] master = Vault.random(32);
        files.create(KeyFile.create(spec, master));
        try (UnlockedSoftwareKey open = new UnlockedSoftwareKey(new SoftwareKey(path), files, master)) {
            KeyAlgorithm algorithm = KeyAlgorithm.of(
                    SubjectPublicKeyInfo.getInstance(signing.getPublic().getEncoded()));
            ContainerFile container = open.put(signing, algorithm, ContainerState.CURRENT, null);
            if (!certificates.isEmpty()) {
                container = container.withCertificate(certificates.get(0).getEncoded());
                files.write(container);
            }
            if (certificates.size() > 1 && encryption != null) {
                open.putEncryption(container, encryption, certificates.get(1));
            }
        }
    }
}
