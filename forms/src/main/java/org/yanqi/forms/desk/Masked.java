package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;
import org.yanqi.process.outcome.Outcome;

/** Personal data masked until somebody who may gives a reason, which goes on the record (R12). */
class Masked extends Span {
    private static final long serialVersionUID = 1L;

    private final Span shown = new Span();

    /** @param unmask gives the data in clear for a reason */
    Masked(String masked, boolean mayUnmask, Function<String, Outcome<String>> unmask) {
        addClassName("copyable");
        shown.setText(masked);
        add(shown);
        if (mayUnmask) {
            var button = new Button(getTranslation("desk.unmask"));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
            button.addClassName("unmask");
            button.addClickListener(clicked -> ask(button, unmask));
            add(button);
        }
    }

    private void ask(Button button, Function<String, Outcome<String>> unmask) {
        new ReasonDialog("desk.unmask.ask", (dialog, why) -> {
                    var outcome = unmask.apply(why);
                    if (outcome instanceof Outcome.Accepted<String> clear) {
                        shown.setText(clear.value());
                        remove(button);
                        dialog.close();
                    } else if (outcome instanceof Outcome.Refused<String> refused) {
                        dialog.refuse(refused.reasons());
                    }
                })
                .open();
    }
}
