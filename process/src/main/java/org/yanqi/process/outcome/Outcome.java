package org.yanqi.process.outcome;

import java.util.List;

/**
 * The answer of a use case: done, or refused for reasons a person can mend. An exception, by contrast, means a defect or
 * a conflict and rolls the step back.
 *
 * @param <T> what is known when it was done
 */
public sealed interface Outcome<T> {

    /** It was done. */
    record Accepted<T>(T value) implements Outcome<T> {}

    /** Nothing was changed; every reason names what to mend. */
    record Refused<T>(List<Refusal> reasons) implements Outcome<T> {
        public Refused {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
            reasons = List.copyOf(reasons);
        }
    }

    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Outcome<T> refused(Refusal... reasons) {
        return new Refused<>(List.of(reasons));
    }

    static <T> Outcome<T> refused(List<Refusal> reasons) {
        return new Refused<>(reasons);
    }

    default boolean isAccepted() {
        return this instanceof Accepted<T>;
    }
}
