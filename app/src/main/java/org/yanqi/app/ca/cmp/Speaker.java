package org.yanqi.app.ca.cmp;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;

/**
 * An issuing authority as it speaks to its holders.
 *
 * @param certificate with its name, sent along with what it signs
 * @param issuers of that certificate
 */
public record Speaker(X509CertificateHolder certificate, List<X509CertificateHolder> issuers, ContentSigner signer) {

    /** Finds who speaks for the issuer of a certificate. */
    public interface Directory {
        /** Empty if this house has no authority of that name. */
        Optional<Speaker> of(X500Name issuer);
    }
}
