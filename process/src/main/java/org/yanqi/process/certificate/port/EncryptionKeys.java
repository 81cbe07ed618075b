package org.yanqi.process.certificate.port;

import java.util.Optional;
import org.yanqi.process.Port;

/** Holders' encryption keys, kept by key management for the day on which one is lost. */
@Port
public interface EncryptionKeys {
    /**
     * Hands a kept key over so that only the holder's present key can open it; repeatable. Asked only when two persons
     * want it.
     *
     * @param encryption DER of the certificate whose key is wanted
     * @param receiver DER of the signing certificate in force
     * @return SM2EnvelopedKey; empty if no such key is kept
     */
    Optional<byte[]> recover(byte[] encryption, byte[] receiver) throws NoAnswer;

    /** The outcome is unknown until asked again. */
    class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        public NoAnswer(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
