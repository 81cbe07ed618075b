package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A boxed explanation or warning. */
public class Callout extends Div {
    private static final long serialVersionUID = 1L;

    public Callout(Tone tone, String title, Component... content) {
        addClassNames("callout", "tone-" + tone.css());
        if (!title.isEmpty()) {
            var head = new Paragraph(title);
            head.addClassName("callout-title");
            add(head);
        }
        add(content);
    }

    public Callout(Tone tone, String title, String text) {
        this(tone, title, new Paragraph(text));
    }
}
