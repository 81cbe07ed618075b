package org.yanqi.forms.portal;

import java.util.UUID;
import org.yanqi.process.outcome.NotFound;

/** Ids out of addresses. */
final class Ids {
    private Ids() {}

    /** @throws NotFound if this is no id at all */
    static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound("no id: " + text.length() + " characters");
        }
    }
}
