package org.yanqi.agent.job;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.crypto.Certificates;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.key.UsbKey;
import org.yanqi.agent.product.Issued;

/** Reads a new pair back from the key: the certificates byte for byte, the encryption key by opening a message. */
final class ReadBack {
    private static final byte[] PROBE = {'y', 'a', 'n', 'q', 'i'};

    private ReadBack() {}

    /** The signing certificate as the key gives it out. */
    static byte[] of(UsbKey key, UnlockedKey open, String id, Issued issued) throws KeyTrouble {
        Container container = key.containers().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new KeyTrouble(Kind.WRITE_FAILED, "the new pair is gone"));
        X509CertificateHolder signing = container.certificate();
        if (signing == null || !Arrays.equals(Certificates.encoded(signing), issued.signingCertificate())) {
            throw new KeyTrouble(Kind.WRITE_FAILED, "the certificate read back is not the one written");
        }
        X509CertificateHolder encryption = container.encryptionCertificate();
        if (!Arrays.equals(encoded(encryption), issued.encryptionCertificate())) {
            throw new KeyTrouble(Kind.IMPORT_FAILED, "the encryption certificate read back is not the one written");
        }
        probe(open, id, encryption == null ? signing : encryption);
        return Certificates.encoded(signing);
    }

    private static void probe(UnlockedKey open, String id, X509CertificateHolder certificate) throws KeyTrouble {
        try {
            KeyAlgorithm algorithm = KeyAlgorithm.of(certificate.getSubjectPublicKeyInfo());
            if (!algorithm.encrypts()) {
                return;
            }
            byte[] encrypted = algorithm.encrypt(
                    algorithm.publicKey(certificate.getSubjectPublicKeyInfo().getEncoded()), PROBE);
            if (!Arrays.equals(open.decrypt(id, encrypted), PROBE)) {
                throw new KeyTrouble(Kind.NOT_DECRYPTED, "the message opened is another");
            }
        } catch (KeyTrouble trouble) {
            throw trouble.kind() == Kind.NOT_DECRYPTED
                    ? new KeyTrouble(Kind.IMPORT_FAILED, "the encryption key does not open its messages", trouble)
                    : trouble;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new KeyTrouble(Kind.IMPORT_FAILED, "the encryption certificate cannot be used", unusable);
        }
    }

    private static byte @Nullable [] encoded(@Nullable X509CertificateHolder certificate) {
        return certificate == null ? null : Certificates.encoded(certificate);
    }
}
