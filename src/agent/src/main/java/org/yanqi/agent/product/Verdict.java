package org.yanqi.agent.product;

import org.jspecify.annotations.Nullable;

/**
 * What the product thinks of the keys that were found.
 *
 * @param verdict match, other-company, other-key, none or several
 */
public record Verdict(String verdict, @Nullable String message) {
    /** Whether the right key is plugged in. */
    public boolean matches() {
        return "match".equals(verdict);
    }
}
