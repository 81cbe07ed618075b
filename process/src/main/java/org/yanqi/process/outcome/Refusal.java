package org.yanqi.process.outcome;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a use case refused.
 *
 * @param code key of the sentence in the message bundles, as in {@code refusal.tax-number-missing}
 * @param field the form's field it belongs to, if it belongs to one
 * @param arguments what the sentence names, already formatted
 */
public record Refusal(String code, @Nullable String field, List<String> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(String code, String... arguments) {
        return new Refusal(code, null, List.of(arguments));
    }

    public static Refusal at(String field, String code, String... arguments) {
        return new Refusal(code, field, List.of(arguments));
    }
}
