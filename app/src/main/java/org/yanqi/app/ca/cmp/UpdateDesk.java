package org.yanqi.app.ca.cmp;

import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;

/**
 * Decides whether a certificate may be updated now, and what becomes of the update. The protocol proves who asks; only the
 * desk knows whether anything is owed to them. Certificates are DER; every question may be repeated.
 */
public interface UpdateDesk {
    /** What comes of a request. */
    sealed interface Decision {
        /** It was taken; the certificate is not ready. */
        record Waiting() implements Decision {}

        /** The certificate, the same bytes each time. */
        record Issued(byte[] certificate) implements Decision {}

        /** @param reason a sentence for the one who asked */
        record Refused(String reason) implements Decision {}
    }

    /** Whether a certificate counts now. */
    enum Validity {
        CURRENT,
        REVOKED,
        UNKNOWN
    }

    Validity validity(byte[] certificate);

    /** @param message a key update request whose proofs hold */
    Decision request(byte[] old, byte[] message, byte[] protection);

    /** How a request that was taken stands now. */
    Decision standing(byte[] old, byte[] message);

    /** @return false if the certificate no longer counts */
    boolean confirm(byte[] old, byte[] message, byte[] certificate);

    /** The holder does not accept the certificate: it is withdrawn. */
    void reject(byte[] certificate, String reason) throws NoAnswer;

    /** The holder wants their own certificate revoked. */
    void revoke(byte[] certificate, Reason reason) throws NoAnswer;
}
