package org.yanqi.agent.web;

import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;

/** The holder's name in a certificate, for people. */
final class Names {
    private Names() {}

    static String holder(X509CertificateHolder certificate) {
        RDN[] names = certificate.getSubject().getRDNs(BCStyle.CN);
        return names.length == 0
                ? certificate.getSubject().toString()
                : IETFUtils.valueToString(names[0].getFirst().getValue());
    }
}
