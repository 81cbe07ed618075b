package org.yanqi.app.ca;

import java.io.IOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.process.certificate.port.CertificateAuthority.Standing;

/** Tells in what state a certificate is. */
interface AskStanding {

    /** @param der the whole certificate: one that only names its issuer and serial is not that certificate */
    Standing of(X509CertificateHolder certificate, byte[] der) throws IOException;
}
