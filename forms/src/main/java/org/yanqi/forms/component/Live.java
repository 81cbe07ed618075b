package org.yanqi.forms.component;

import com.vaadin.flow.component.html.Div;

/** A region whose changes are read out: "paid", progress. */
public class Live extends Div {
    private static final long serialVersionUID = 1L;

    public Live() {
        addClassName("sr-only");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "polite");
    }

    public void say(String text) {
        if (!text.equals(getText())) {
            setText(text);
        }
    }
}
