package org.yanqi.forms.component;

import com.vaadin.flow.component.html.Span;

/** A state in a word. */
public class Badge extends Span {
    private static final long serialVersionUID = 1L;

    public Badge(String text, Tone tone) {
        super(text);
        addClassNames("badge", "tone-" + tone.css());
    }
}
