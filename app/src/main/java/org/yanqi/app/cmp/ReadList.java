package org.yanqi.app.cmp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Fetches the revocation list that answers for a certificate (RFC 5280 §6.3.3): whole, in force, for certificates like this
 * one, and signed by the issuer itself. Lists that others sign for it, deltas, and lists of some reasons only are not relied upon.
 */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class ReadList {
    private static final int OK = 200;
    private static final int MOST_KEPT = 16;
    /** Critical extensions that are understood here. */
    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD = Set.of(Extension.issuingDistributionPoint);

    private final StatusProperties properties;
    private final Clock clock;
    private final Bounded http;
    private final Map<URI, Kept> kept = new ConcurrentHashMap<>();

    ReadList(StatusProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.http = new Bounded(properties.timeout(), properties.largestList().toBytes());
    }

    private record Kept(X509CRLHolder list, Instant until) {}

    /** @throws IOException if no list came that answers for the certificate; why is its message */
    X509CRLHolder read(URI address, X509CertificateHolder certificate, X509CertificateHolder issuer)
            throws IOException {
        Instant now = clock.instant();
        Kept before = kept.get(address);
        X509CRLHolder list;
        try {
            list = before != null && now.isBefore(before.until()) ? before.list() : fetch(address);
            check(list, certificate, issuer);
        } catch (RuntimeException e) {
            // broken bytes come out of the library as exceptions of many kinds
            throw new IOException("a revocation list that cannot be read", e);
        }
        if (before == null || before.list() != list) {
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            Instant end = list.getNextUpdate().toInstant();
            Instant soon = now.plus(properties.keepList());
            kept.put(address, new Kept(list, soon.isBefore(end) ? soon : end));
        }
        return list;
    }

    private X509CRLHolder fetch(URI address) throws IOException {
        Bounded.Got got = http.exchange(HttpRequest.newBuilder(address).GET());
        if (got.status() != OK) {
            throw new IOException("status " + got.status() + " without a revocation list");
        }
        return new X509CRLHolder(got.body());
    }

    private void check(X509CRLHolder list, X509CertificateHolder certificate, X509CertificateHolder issuer)
            throws IOException {
        require(list.getIssuer().equals(issuer.getSubject()), "a revocation list of " + list.getIssuer());
        Extension usage = issuer.getExtension(Extension.keyUsage);
        require(
                usage == null || KeyUsage.getInstance(usage.getParsedValue()).hasUsages(KeyUsage.cRLSign),
                "the issuer may sign no revocation lists");
        require(isSignedBy(list, issuer), "a revocation list that the issuer did not sign");
        require(list.getNextUpdate() != null, "a revocation list without an end");
        new Fresh(clock, properties.skew(), properties.oldest()).require(list.getThisUpdate(), list.getNextUpdate());
        Collection<?> critical = list.getCriticalExtensionOIDs();
        require(UNDERSTOOD.containsAll(critical), "a revocation list with unknown conditions");
        require(isFor(list, certificate), "a revocation list for other certificates");
    }

    private static boolean isFor(X509CRLHolder list, X509CertificateHolder certificate) {
        Extension extension = list.getExtension(Extension.issuingDistributionPoint);
        if (extension == null) {
            return true;
        }
        IssuingDistributionPoint scope = IssuingDistributionPoint.getInstance(extension.getParsedValue());
        return !scope.isIndirectCRL()
                && !scope.onlyContainsCACerts()
                && !scope.onlyContainsAttributeCerts()
                && scope.getOnlySomeReasons() == null
                && (scope.getDistributionPoint() == null
                        || StatusSources.namesOf(scope.getDistributionPoint()).stream()
                                .anyMatch(StatusSources.pointNames(certificate)::contains));
    }

    private static boolean isSignedBy(X509CRLHolder list, X509CertificateHolder issuer) {
        try {
            return Crypto.isSound(list.toASN1Structure().getSignatureAlgorithm())
                    && list.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(Crypto.PROVIDER)
                            .build(issuer.getSubjectPublicKeyInfo()));
        } catch (CertException | OperatorCreationException | RuntimeException e) {
            // a key that does not fit the algorithm proves nothing
            return false;
        }
    }

    private static void require(boolean condition, String otherwise) throws IOException {
        if (!condition) {
            throw new IOException(otherwise);
        }
    }
}
