package org.yanqi.sandbox.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a service owes the product until the product accepts it.
 *
 * @param id stable over repeats
 * @param service whose switch and signature apply
 * @param kind what it tells, for people
 * @param about the merchant's number that it is about, or empty
 * @param url where to
 * @param payload the content before it is signed or encrypted
 * @param created when it first was due
 * @param attempts how often it was sent
 * @param state where it stands
 * @param lastAnswer what came back last, for people
 */
public record Callback(
        String id,
        String service,
        String kind,
        String about,
        String url,
        String payload,
        Instant created,
        int attempts,
        State state,
        @Nullable String lastAnswer) {
    /** Where a callback stands. */
    public enum State {
        /** Will be sent (again). */
        PENDING,
        /** Accepted. */
        DELIVERED,
        /** Kept back on purpose; goes out only when a person sends it. */
        WITHHELD,
        /** Sent as often as the service does. */
        GIVEN_UP
    }

    Callback sent(State next, String answer) {
        return new Callback(id, service, kind, about, url, payload, created, attempts + 1, next, answer);
    }
}
