package org.yanqi.app.cmp;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A secret shared with the outside authority; if it is set, messages are protected by it and not by a signature.
 *
 * @param reference by which the authority finds the secret
 * @param secret 16 characters or more
 */
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
@ConfigurationProperties("yanqi.cmp.mac")
public record MacProperties(
        @DefaultValue("") String reference,
        @DefaultValue("") String secret) {
    private static final int SHORTEST_SECRET = 16;

    public MacProperties {
        if (!secret.isEmpty() && (secret.length() < SHORTEST_SECRET || reference.isBlank())) {
            throw new IllegalArgumentException("yanqi.cmp.mac.secret has at least " + SHORTEST_SECRET
                    + " characters, and yanqi.cmp.mac.reference names it");
        }
    }

    boolean isUsed() {
        return !secret.isEmpty();
    }
}
