package org.yanqi.app.cmp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** Where a certificate says that its state can be learned (RFC 5280 §4.2.1.13, §4.2.2.1); http and https only. */
final class StatusSources {
    private StatusSources() {}

    static List<URI> responders(X509CertificateHolder certificate) {
        AuthorityInformationAccess access = AuthorityInformationAccess.fromExtensions(certificate.getExtensions());
        List<GeneralName> names = new ArrayList<>();
        if (access != null) {
            for (AccessDescription one : access.getAccessDescriptions()) {
                if (AccessDescription.id_ad_ocsp.equals(one.getAccessMethod())) {
                    names.add(one.getAccessLocation());
                }
            }
        }
        return addresses(names);
    }

    static List<URI> lists(X509CertificateHolder certificate) {
        return addresses(pointNames(certificate));
    }

    /** Of the distribution points whose list is the issuer's own and names every reason. */
    static List<GeneralName> pointNames(X509CertificateHolder certificate) {
        Extension extension = certificate.getExtension(Extension.cRLDistributionPoints);
        List<GeneralName> names = new ArrayList<>();
        if (extension != null) {
            for (DistributionPoint one :
                    CRLDistPoint.getInstance(extension.getParsedValue()).getDistributionPoints()) {
                if (one.getCRLIssuer() == null && one.getReasons() == null) {
                    names.addAll(namesOf(one.getDistributionPoint()));
                }
            }
        }
        return names;
    }

    static List<GeneralName> namesOf(@Nullable DistributionPointName point) {
        return point != null && point.getType() == DistributionPointName.FULL_NAME
                ? List.of(GeneralNames.getInstance(point.getName()).getNames())
                : List.of();
    }

    private static List<URI> addresses(List<GeneralName> names) {
        List<URI> found = new ArrayList<>();
        for (GeneralName one : names) {
            if (one.getTagNo() == GeneralName.uniformResourceIdentifier) {
                address(ASN1IA5String.getInstance(one.getName()).getString()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<URI> address(String text) {
        String start = text.toLowerCase(Locale.ROOT);
        try {
            return start.startsWith("http://") || start.startsWith("https://")
                    ? Optional.of(new URI(text))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            // an address that is none leads nowhere
            return Optional.empty();
        }
    }
}
