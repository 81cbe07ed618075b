package org.yanqi.process.signin;

import java.io.IOException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** The way from a certificate up to the authority's root (RFC 5280 §6.1): each link's name, signature, time and right to sign. */
final class Chain {
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private Chain() {}

    /** @param authority issuing certificate first, root last, as the authority itself gives them: they are trusted, not what the key shows */
    static boolean holds(byte[] certificate, List<byte[]> authority, Instant now) {
        try {
            List<X509CertificateHolder> links = new ArrayList<>();
            links.add(new X509CertificateHolder(certificate));
            for (byte[] der : authority) {
                links.add(new X509CertificateHolder(der));
            }
            boolean holds = links.size() > 1 && signs(links.get(0));
            for (int at = 0; at < links.size(); at++) {
                // the root vouches for itself
                X509CertificateHolder issuer = links.get(Math.min(at + 1, links.size() - 1));
                holds &= links.get(at).isValidOn(Date.from(now)) && isIssuedBy(links.get(at), issuer);
            }
            return holds;
        } catch (IOException | CertException | CertificateException | OperatorCreationException | RuntimeException e) {
            // broken bytes come out of the library as exceptions of many kinds; each of them means: not proven
            return false;
        }
    }

    private static boolean signs(X509CertificateHolder certificate) {
        KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
        return usage != null && usage.hasUsages(KeyUsage.digitalSignature);
    }

    private static boolean isIssuedBy(X509CertificateHolder certificate, X509CertificateHolder issuer)
            throws CertException, CertificateException, OperatorCreationException {
        BasicConstraints constraints = BasicConstraints.fromExtensions(issuer.getExtensions());
        KeyUsage usage = KeyUsage.fromExtensions(issuer.getExtensions());
        return certificate.getIssuer().equals(issuer.getSubject())
                && constraints != null
                && constraints.isCA()
                && usage != null
                && usage.hasUsages(KeyUsage.keyCertSign)
                && certificate.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(PROVIDER)
                        .build(issuer));
    }
}
