package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;
import org.yanqi.forms.component.Copyable;
import org.yanqi.process.outcome.Outcome;

/** Personal data masked until somebody who may gives a reason, which goes on the record (R12). */
class Masked extends Span {
    private static final long serialVersionUID = 1L;

    /** @param unmask gives the data in clear for a reason */
    Masked(String masked, boolean mayUnmask, Function<String, Outcome<String>> unmask) {
        addClassName("copyable");
        add(new Span(masked));
        if (mayUnmask) {
            var button = new Button(getTranslation("desk.unmask"));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
            button.addClassName("unmask");
            button.addClickListener(clicked -> ask(unmask));
            add(button);
        }
    }

    private void ask(Function<String, Outcome<String>> unmask) {
        new ReasonDialog("desk.unmask.ask", (dialog, why) -> {
                    var outcome = unmask.apply(why);
                    if (outcome instanceof Outcome.Accepted<String> clear) {
                        dialog.close();
                        show(clear.value());
                    } else if (outcome instanceof Outcome.Refused<String> refused) {
                        dialog.refuse(refused.reasons());
                    }
                })
                .open();
    }

    /** In a window of its own: the record's news of this very look draws the page behind it again, masked. */
    private void show(String clear) {
        var window = new Dialog();
        window.setHeaderTitle(getTranslation("desk.unmask.ask.title"));
        window.add(new Copyable(clear));
        window.getFooter().add(new Button(getTranslation("action.close"), clicked -> window.close()));
        window.open();
    }
}
