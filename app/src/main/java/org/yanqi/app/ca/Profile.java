package org.yanqi.app.ca;

import java.time.Period;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What a kind of certificate may be used for and how long it may live; read from {@code profiles.yaml}.
 *
 * @param leastBits of an RSA modulus, 0 for SM2
 * @param keyUsage bits of {@link KeyUsage}, always critical
 * @param longest longest validity
 * @param subject attributes that the subject must have
 */
record Profile(
        String name,
        Family key,
        int leastBits,
        Origin keyFrom,
        int keyUsage,
        List<KeyPurposeId> purposes,
        Period longest,
        List<ASN1ObjectIdentifier> subject) {

    /** Kind of key, and with it the hierarchy that certifies it. */
    enum Family {
        RSA,
        SM2
    }

    /** Who makes the key that is certified. */
    enum Origin {
        HOLDER,
        KEY_MANAGEMENT
    }
}
