package org.yanqi.process.record.port;

import org.yanqi.process.Port;

/** Signs the head of the record with a key that the database does not hold. */
@Port
public interface HeadSigner {
    byte[] sign(byte[] head);

    boolean isGenuine(byte[] head, byte[] signature);
}
