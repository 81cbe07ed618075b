package org.yanqi.process.certificate;

import java.util.Arrays;
import org.yanqi.process.certificate.port.CertificateAuthority;

/** Revokes both certificates of a pair; repeatable. Called without a transaction. */
public final class RevokePair {
    private RevokePair() {}

    public static void both(CertificateAuthority authority, CertificatePair pair, CertificateAuthority.Reason reason)
            throws CertificateAuthority.NoAnswer {
        authority.revoke(pair.signing(), reason);
        byte[] encryption = pair.encryption();
        if (encryption != null && !Arrays.equals(encryption, pair.signing())) {
            authority.revoke(encryption, reason);
        }
    }
}
