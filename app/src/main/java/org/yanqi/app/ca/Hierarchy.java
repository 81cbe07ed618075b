package org.yanqi.app.ca;

import java.security.PrivateKey;
import java.util.Locale;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.process.certificate.Algorithm;

/** A root and its issuing authority; the root's key is not kept in memory. */
record Hierarchy(Algorithm algorithm, X509CertificateHolder root, X509CertificateHolder issuing, PrivateKey key) {

    /** Its name in addresses and files: rsa or sm2. */
    String slug() {
        return slugOf(algorithm);
    }

    static String slugOf(Algorithm algorithm) {
        return algorithm.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
