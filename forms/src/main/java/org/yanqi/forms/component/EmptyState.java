package org.yanqi.forms.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What stands where a list would, when there is nothing to list. */
public class EmptyState extends Div {
    private static final long serialVersionUID = 1L;

    public EmptyState(VaadinIcon icon, String text, Component... actions) {
        addClassName("empty");
        var picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        add(picture, new Paragraph(text));
        add(actions);
    }

    /** In a list it is the one entry, so that a screen reader finds the list well-formed. */
    @Override
    protected void onAttach(AttachEvent attached) {
        getParent()
                .filter(parent -> "list".equals(parent.getElement().getAttribute("role")))
                .ifPresent(list -> getElement().setAttribute("role", "listitem"));
    }
}
