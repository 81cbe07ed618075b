package org.yanqi.process.rekey.delegate;

import java.util.Arrays;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.port.CertificateAuthority;

/** Revokes both certificates of a pair; repeatable. */
final class Revoking {
    private Revoking() {}

    static void both(CertificateAuthority authority, CertificatePair pair, CertificateAuthority.Reason reason)
            throws CertificateAuthority.NoAnswer {
        authority.revoke(pair.signing(), reason);
        byte[] encryption = pair.encryption();
        if (encryption != null && !Arrays.equals(encryption, pair.signing())) {
            authority.revoke(encryption, reason);
        }
    }
}
