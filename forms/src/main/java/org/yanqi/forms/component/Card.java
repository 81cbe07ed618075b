package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.concurrent.atomic.AtomicLong;

/** A titled part of a page: a section named by its H2. */
public class Card extends Section {
    private static final long serialVersionUID = 1L;
    private static final AtomicLong NEXT = new AtomicLong();

    private final Div side = new Div();

    public Card(String title, Component... content) {
        addClassName("card");
        var heading = new H2(title);
        heading.setId("card-" + NEXT.incrementAndGet());
        getElement().setAttribute("aria-labelledby", heading.getId().orElseThrow());
        side.addClassName("card-side");
        var head = new Div(heading, side);
        head.addClassName("card-head");
        add(head);
        add(content);
    }

    /** What stands at the title's right. */
    public Card aside(Component... content) {
        side.add(content);
        return this;
    }
}
