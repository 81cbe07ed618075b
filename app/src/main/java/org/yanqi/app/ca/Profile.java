package org.yanqi.app.ca;

import java.time.Period;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.yanqi.process.certificate.Algorithm;

/**
 * What a kind of certificate may be used for and how long it may live.
 *
 * @param keyUsage bits of {@link KeyUsage}, always critical
 * @param longest longest validity; a renewal before the old expiry gets up to 90 days on top of its year
 */
record Profile(String name, Algorithm algorithm, int keyUsage, List<KeyPurposeId> purposes, Period longest) {
    private static final int SIGNS = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    private static final int ENCRYPTS = KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;
    private static final Period LONGEST = Period.ofDays(366 + 366);
    private static final List<KeyPurposeId> PERSONAL =
            List.of(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_emailProtection);

    /** RSA: one certificate in both places. */
    static final Profile RSA = new Profile("rsa-both", Algorithm.RSA_2048, SIGNS | ENCRYPTS, PERSONAL, LONGEST);

    static final Profile SM2_SIGNING = new Profile("sm2-signing", Algorithm.SM2, SIGNS, PERSONAL, LONGEST);
    static final Profile SM2_ENCRYPTION =
            new Profile("sm2-encryption", Algorithm.SM2, ENCRYPTS | KeyUsage.keyAgreement, List.of(), LONGEST);

    static Profile signing(Algorithm algorithm) {
        return algorithm == Algorithm.SM2 ? SM2_SIGNING : RSA;
    }
}
