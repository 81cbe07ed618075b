package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import java.util.stream.Collectors;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;

/** Turns refusals into sentences. */
public final class Refusals {
    private Refusals() {}

    public static String text(Component where, Refusal reason) {
        return where.getTranslation(reason.code(), reason.arguments().toArray());
    }

    /** All reasons in one line, for a toast. */
    public static String text(Component where, Outcome.Refused<?> refused) {
        return refused.reasons().stream().map(reason -> text(where, reason)).collect(Collectors.joining(" "));
    }
}
