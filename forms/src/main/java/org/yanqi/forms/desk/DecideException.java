package org.yanqi.forms.desk;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.payment.PaymentExceptions;

/** Finance decides about money that does not fit (R5, R14). */
class DecideException extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient PaymentExceptions exceptions;
    private final RadioButtonGroup<String> decision;
    private final TextArea reason;
    private final @Nullable Suggestions suggestions;

    DecideException(ItemContext context, PaymentExceptions exceptions) {
        super(context);
        this.exceptions = exceptions;
        var exception = exceptions.one(context.actor(), context.subject());
        decision = outcomes("decision", List.of("match", "refund", "transfer", "dismiss"));
        reason = reason("reason", "desk.reason");
        add(errors, new MoneyFacts(exception, context.theCase()));
        var before = exception.reason();
        if (before != null && !before.isBlank()) {
            add(new Callout(Tone.WARNING, getTranslation("decide.came-back"), before));
        }
        suggestions = exception.order() == null
                ? new Suggestions(exceptions.suggestions(context.actor(), exception.id()))
                : null;
        if (suggestions != null) {
            errors.field("order", suggestions);
            suggestions.addValueChangeListener(chosen -> decision.setValue("match"));
            add(suggestions);
        }
        add(decision, reason, buttons(submit("decide.submit", this::decide)));
    }

    private @Nullable UUID chosen() {
        return suggestions == null || !"match".equals(decision.getValue()) ? null : suggestions.chosen();
    }

    private void decide() {
        if (!missing(decision.getValue() == null, "decision", "refusal.decision-missing")) {
            finish(exceptions.decide(context.actor(), context.id(), decision.getValue(), reason.getValue(), chosen()));
        }
    }
}
