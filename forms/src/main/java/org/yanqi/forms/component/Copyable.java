package org.yanqi.forms.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A number in monospace that can be copied. */
public class Copyable extends Span {
    private static final long serialVersionUID = 1L;

    public Copyable(String text) {
        addClassName("copyable");
        var shown = new Span(Format.text(text));
        shown.addClassName("mono");
        add(shown);
        if (!text.isBlank()) {
            var copy = new Button(VaadinIcon.COPY_O.create());
            copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
            copy.setAriaLabel(getTranslation("action.copy", text));
            copy.setTooltipText(getTranslation("action.copy.short"));
            copy.getElement().setProperty("copied", text);
            copy.getElement()
                    .executeJs("this.addEventListener('click', () => navigator.clipboard"
                            + " && navigator.clipboard.writeText(this.copied))");
            copy.addClickListener(clicked -> Toast.good(getTranslation("action.copied")));
            add(copy);
        }
    }
}
