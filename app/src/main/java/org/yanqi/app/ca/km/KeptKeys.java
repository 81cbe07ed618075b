package org.yanqi.app.ca.km;

import java.util.Optional;

/** Where sealed private keys lie. */
public interface KeptKeys {
    /** @param id SHA-256 of the public key, hexadecimal */
    void keep(String id, byte[] sealed);

    Optional<byte[]> sealed(String id);
}
