package org.yanqi.app.ca.km;

import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The key-management component as the authority sees it. It could live on another machine: it shares no transaction, no
 * table and no key with the authority, and knows nothing of certificates but public keys.
 */
public interface KeyManagement {
    /**
     * A pair made for a holder.
     *
     * @param envelope its private key as SM2EnvelopedKey, for the holder's signing key only
     */
    record Delivered(SubjectPublicKeyInfo publicKey, byte[] envelope) {}

    /**
     * Makes an SM2 encryption pair and keeps its private key before it answers, so that whatever is certified can be
     * recovered.
     *
     * @param receiver the holder's signing key
     */
    Delivered make(SubjectPublicKeyInfo receiver);

    /**
     * The kept private key of a public key, enveloped to a receiver. Whoever calls this has made sure that two persons
     * want it.
     *
     * @return empty if no such key was made here
     * @throws IllegalArgumentException if the receiver is no SM2 key
     */
    Optional<byte[]> recover(SubjectPublicKeyInfo publicKey, SubjectPublicKeyInfo receiver);
}
