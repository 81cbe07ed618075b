package org.yanqi.forms.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** The root of every view: a main landmark with one H1, and the browser's title from it. */
public abstract class Page extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final H1 heading = new H1();
    private final Div actions = new Div();
    private final Header header = new Header();

    protected Page(String titleKey) {
        setId("main");
        addClassName("page");
        getElement().setAttribute("tabindex", "-1");
        heading.setText(getTranslation(titleKey));
        actions.addClassName("page-actions");
        header.addClassName("page-header");
        var words = new Div(heading);
        words.addClassName("page-words");
        header.add(words, actions);
        add(header);
    }

    /** Says in a sentence below the heading what this page is for. */
    protected void lead(String text) {
        var lead = new Paragraph(text);
        lead.addClassName("lead");
        ((Div) heading.getParent().orElseThrow()).add(lead);
    }

    protected void heading(String text) {
        heading.setText(text);
    }

    /** Where the page's buttons stand. */
    protected Div actions() {
        return actions;
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · " + getTranslation("product.short");
    }
}
