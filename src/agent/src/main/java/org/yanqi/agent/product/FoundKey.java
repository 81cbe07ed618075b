package org.yanqi.agent.product;

import java.util.List;

/** A key as told to the product by POST /api/agent/found. */
public record FoundKey(String keySerial, String kind, int freeSlots, List<FoundCertificate> certificates) {
    /**
     * A certificate on it.
     *
     * @param role signing or encryption
     * @param state current or old
     */
    public record FoundCertificate(String role, String state, byte[] der) {}
}
