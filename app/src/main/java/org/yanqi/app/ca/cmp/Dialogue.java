package org.yanqi.app.ca.cmp;

import org.jspecify.annotations.Nullable;

/**
 * A transaction that a holder opened by a key update request.
 *
 * @param transaction hexadecimal
 * @param askedBy SHA-256 of the certificate that is updated; nobody else speaks in it
 * @param request the key update request, whole
 * @param nonce our last one, hexadecimal, which the next message must bear
 */
record Dialogue(
        String transaction, String askedBy, byte[] request, String nonce, State state, byte @Nullable [] certificate) {

    /** How far it came. */
    enum State {
        REQUESTED,
        DELIVERED,
        CONFIRMED,
        REJECTED
    }
}
