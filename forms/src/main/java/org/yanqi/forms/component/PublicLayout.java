package org.yanqi.forms.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Around pages that nobody needs to sign in for, and around error pages. */
@AnonymousAllowed
public class PublicLayout extends Div implements RouterLayout {
    private static final long serialVersionUID = 1L;

    private final Div content = new Div();

    public PublicLayout() {
        addClassNames("frame", "frame-public");
        content.addClassName("content");
        var tools = new Div(new LanguageSwitch());
        tools.addClassName("bar-tools");
        add(Frame.skipLink(this), Frame.header(Frame.brand(this), tools), content, Frame.footer(this));
    }

    @Override
    public void showRouterLayoutContent(com.vaadin.flow.component.HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }
}
