package org.yanqi.app.cmp;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The certificates in which every chain must end. */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class Trust {
    private final List<X509CertificateHolder> anchors;
    private final Clock clock;

    @Autowired
    Trust(CmpProperties properties, Clock clock) {
        this(read(properties.trust()), clock);
    }

    Trust(List<X509CertificateHolder> anchors, Clock clock) {
        this.anchors = List.copyOf(anchors);
        this.clock = clock;
    }

    List<X509CertificateHolder> anchors() {
        return anchors;
    }

    /**
     * The issuers of a certificate up to the anchor, which comes last; empty for an anchor itself. Revocation is not asked
     * for here: an authority that revoked its own answers' certificate changes it.
     *
     * @param known certificates that may lie between
     * @throws GeneralSecurityException if no valid chain leads to an anchor now
     */
    List<X509CertificateHolder> issuersOf(X509CertificateHolder certificate, Collection<X509CertificateHolder> known)
            throws GeneralSecurityException {
        if (anchors.contains(certificate) && certificate.isValidOn(Date.from(clock.instant()))) {
            return List.of();
        }
        Set<TrustAnchor> ends = anchors.stream()
                .map(anchor -> new TrustAnchor(plain(anchor), null))
                .collect(Collectors.toSet());
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(plain(certificate));
        List<X509Certificate> between = new ArrayList<>();
        known.forEach(one -> between.add(plain(one)));
        between.add(plain(certificate));
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(ends, target);
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(between), Crypto.PROVIDER));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        PKIXCertPathBuilderResult path = (PKIXCertPathBuilderResult)
                CertPathBuilder.getInstance("PKIX", Crypto.PROVIDER).build(parameters);
        List<X509CertificateHolder> issuers = new ArrayList<>();
        try {
            for (java.security.cert.Certificate one : path.getCertPath().getCertificates()) {
                issuers.add(new X509CertificateHolder(one.getEncoded()));
            }
            issuers.remove(0);
            issuers.add(new X509CertificateHolder(
                    path.getTrustAnchor().getTrustedCert().getEncoded()));
        } catch (IOException e) {
            throw new GeneralSecurityException("a chain that cannot be read", e);
        }
        return issuers;
    }

    private static X509Certificate plain(X509CertificateHolder certificate) {
        try {
            return new JcaX509CertificateConverter()
                    .setProvider(Crypto.PROVIDER)
                    .getCertificate(certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a certificate that cannot be read", e);
        }
    }

    private static List<X509CertificateHolder> read(Path pem) {
        List<X509CertificateHolder> found = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(pem);
                PEMParser parser = new PEMParser(text)) {
            for (Object one = parser.readObject(); one != null; one = parser.readObject()) {
                if (one instanceof X509CertificateHolder certificate) {
                    found.add(certificate);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read yanqi.cmp.trust " + pem, e);
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("yanqi.cmp.trust holds no certificate: " + pem);
        }
        return found;
    }
}
