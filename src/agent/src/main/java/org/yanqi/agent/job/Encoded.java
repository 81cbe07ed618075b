package org.yanqi.agent.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.cert.X509CertificateHolder;

/** The bytes of a certificate. */
final class Encoded {
    private Encoded() {}

    static byte[] of(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
