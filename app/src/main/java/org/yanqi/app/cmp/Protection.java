package org.yanqi.app.cmp;

import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;

/** How our messages are protected, so that the authority knows whose they are (RFC 4210 §5.1.3). */
interface Protection {
    /** As the header names us. */
    GeneralName sender();

    /** Adds what the authority needs to find the key. */
    void introduce(ProtectedPKIMessageBuilder message);

    ProtectedPKIMessage protect(ProtectedPKIMessageBuilder message) throws CMPException;

    /** Issuers of our certificate, if we have one. */
    List<X509CertificateHolder> chain();
}
