package org.yanqi.agent.key;

import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.agent.crypto.KeyAlgorithm;

/** A USB key after its PIN was accepted. Each method is all or nothing, even when the machine loses power in it. */
public interface UnlockedKey extends AutoCloseable {
    /** Generates a signing pair for an order item, in a container of its own and state NEW. */
    Container generate(KeyAlgorithm algorithm, String item) throws KeyTrouble;

    /** Signs data with a container's signing key; hashing is part of the algorithm. */
    byte[] sign(String container, byte[] data) throws KeyTrouble;

    /**
     * Opens a message encrypted to a container's encryption key (to its signing key where that serves for both).
     *
     * @throws KeyTrouble NOT_DECRYPTED if it does not open
     */
    byte[] decrypt(String container, byte[] encrypted) throws KeyTrouble;

    /** Keeps the request that is about to be sent for a container. */
    void keepRequest(String container, SignedRequest request) throws KeyTrouble;

    /** Writes the signing certificate; the same one again changes nothing. */
    void writeCertificate(String container, X509CertificateHolder certificate) throws KeyTrouble;

    /**
     * Takes over an encryption pair: opens the SM2EnvelopedKey with the container's signing key and writes key and
     * certificate together.
     */
    void importEncryption(String container, X509CertificateHolder certificate, byte[] envelope) throws KeyTrouble;

    /** Forgets the PIN. */
    @Override
    void close();
}
