package org.yanqi.app.cmp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Looks at a certificate before anybody relies on it: is it the one that was asked for? */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class Checks {
    private final Trust trust;
    private final CmpProperties properties;

    Checks(Trust trust, CmpProperties properties) {
        this.trust = trust;
        this.properties = properties;
    }

    /** A certificate that is not what was asked for. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String flaw) {
            super(flaw);
        }
    }

    /**
     * @return its issuers, the anchor last
     * @throws Unfit if it has another key or name than wanted, ends too early, may issue, or leads to no anchor
     */
    List<X509CertificateHolder> issuersOf(
            X509CertificateHolder certificate, Wanted wanted, Collection<X509CertificateHolder> enclosed) throws Unfit {
        require(
                Arrays.equals(
                        wanted.key().getPublicKeyData().getBytes(),
                        certificate.getSubjectPublicKeyInfo().getPublicKeyData().getBytes()),
                "the certificate is for another key");
        require(certificate.getSubject().equals(wanted.subject()), "the certificate is for another holder");
        BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
        require(constraints == null || !constraints.isCA(), "the certificate may issue others");
        require(
                !certificate
                        .getNotAfter()
                        .toInstant()
                        .isBefore(wanted.notAfter().minus(properties.shorterBy())),
                "the certificate ends before the paid term");
        require(Crypto.isSound(certificate.getSignatureAlgorithm()), "the certificate rests on a broken hash");
        try {
            return trust.issuersOf(certificate, enclosed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Unfit("the certificate leads to no trusted authority: " + e.getMessage());
        }
    }

    private static void require(boolean condition, String flaw) throws Unfit {
        if (!condition) {
            throw new Unfit(flaw);
        }
    }
}
