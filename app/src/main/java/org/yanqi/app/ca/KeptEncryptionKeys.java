package org.yanqi.app.ca;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.yanqi.app.ca.km.KeyManagement;
import org.yanqi.process.certificate.port.EncryptionKeys;

/** Asks key management for the key of a certificate. */
@Component
class KeptEncryptionKeys implements EncryptionKeys {
    private final KeyManagement keys;

    KeptEncryptionKeys(KeyManagement keys) {
        this.keys = keys;
    }

    @Override
    public Optional<byte[]> recover(byte[] encryption, byte[] receiver) throws NoAnswer {
        try {
            return keys.recover(publicKey(encryption), publicKey(receiver));
        } catch (DataAccessException e) {
            throw new NoAnswer("key management does not answer", e);
        }
    }

    private static SubjectPublicKeyInfo publicKey(byte[] certificate) {
        try {
            return new X509CertificateHolder(certificate).getSubjectPublicKeyInfo();
        } catch (IOException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }
}
