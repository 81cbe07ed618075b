package org.yanqi.app.ca;

import java.security.PrivateKey;
import java.util.Locale;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;
import org.yanqi.process.certificate.Algorithm;

/**
 * A root and its issuing authority; the root's key is not kept in memory.
 *
 * @param algorithm names it in the database; RSA_2048 stands for every RSA key
 */
record Hierarchy(Algorithm algorithm, X509CertificateHolder root, X509CertificateHolder issuing, ReadyKey ready) {

    /** The issuing authority's private key; in a token, a handle of it. */
    PrivateKey key() {
        return ready.key();
    }

    /** Signs as the issuing authority. */
    byte[] sign(byte[] message) {
        return ready.sign(message);
    }

    /** Signs as the issuing authority, for the library's builders. */
    ContentSigner signer() {
        return ready.contentSigner();
    }

    /** Points at the issuing authority's key (RFC 5280 §4.2.1.1). */
    AuthorityKeyIdentifier identifier() {
        return new AuthorityKeyIdentifier(
                SubjectKeyIdentifier.fromExtensions(issuing.getExtensions()).getKeyIdentifier());
    }

    /** Its name in addresses and files: rsa or sm2. */
    String slug() {
        return slugOf(algorithm);
    }

    static String slugOf(Algorithm algorithm) {
        return algorithm.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
