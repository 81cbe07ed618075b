package org.yanqi.agent.key;

import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.crypto.KeyAlgorithm;

/**
 * One place on a USB key: a signing pair, perhaps with an encryption pair, and their certificates.
 *
 * @param id the place's name, unique on its key; later places sort behind earlier ones
 * @param publicKey the signing key's SubjectPublicKeyInfo in DER
 * @param encryptionCertificate null if the signing pair serves for both (RSA) or none was issued
 * @param item the order item this pair was generated for; null for a pair that came with the key
 * @param request what was sent for the item; null before it was built
 */
public record Container(
        String id,
        ContainerState state,
        KeyAlgorithm algorithm,
        byte[] publicKey,
        @Nullable X509CertificateHolder certificate,
        @Nullable X509CertificateHolder encryptionCertificate,
        @Nullable String item,
        @Nullable SignedRequest request) {

    /** Whether this pair was generated for the item. */
    public boolean madeFor(String orderItem) {
        return orderItem.equals(item);
    }
}
