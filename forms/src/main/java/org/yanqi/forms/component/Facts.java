package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Names and values, as a description list. */
public class Facts extends DescriptionList {
    private static final long serialVersionUID = 1L;

    public Facts() {
        addClassName("facts");
    }

    public Facts fact(String name, String value) {
        return fact(name, new Span(Format.text(value)));
    }

    public Facts fact(String name, Component value) {
        var term = new Term(name);
        var description = new Description(value);
        var pair = new Div(term, description);
        getElement().appendChild(pair.getElement());
        return this;
    }
}
