package org.yanqi.forms.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What happened, that nothing was lost, what to do, and a reference number (ui.md). */
abstract class ErrorPage extends Page {
    private static final long serialVersionUID = 1L;

    private final String prefix;

    ErrorPage(String prefix) {
        super(prefix + ".title");
        this.prefix = prefix;
        addClassName("page-narrow");
    }

    void show(String reference) {
        lead(getTranslation(prefix + ".text"));
        var home = new Anchor("", getTranslation("error.home"));
        home.addClassName("button-link");
        var help = new Paragraph(getTranslation("error.help", String.join(" · ", Frame.HOTLINES)));
        var number = new Facts().fact(getTranslation("error.reference"), new Copyable(reference));
        add(number, help, new Div(home));
    }
}
