package org.yanqi.process.record.model;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How far the chain reaches.
 *
 * @param position number of sealed entries
 * @param hash of the last of them, hex
 * @param signature over {@link #signed()}, Base64; absent before the first sealing
 */
public record Head(long position, String hash, @Nullable String signature) {

    /** What is signed: the length of the chain and its last hash, so that a cut-off tail shows. */
    public byte[] signed() {
        return ("yanqi-record\n" + position + "\n" + hash).getBytes(StandardCharsets.UTF_8);
    }
}
