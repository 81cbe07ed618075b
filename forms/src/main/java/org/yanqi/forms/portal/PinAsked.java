package org.yanqi.forms.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.KeyAgent;
import org.yanqi.forms.component.Tone;

/** The agent asks for the PIN in its own window; the page only opens it, on a click. */
final class PinAsked {
    private PinAsked() {}

    static Callout callout(Component where, KeyAgent.News job, AgentAddress address) {
        var text = new Paragraph(where.getTranslation("key.pin.text"));
        var page = job.pinPage();
        if (page == null || !page.startsWith(address.agent() + "/")) {
            return new Callout(Tone.WARNING, where.getTranslation("key.pin.title"), text);
        }
        var open = new Anchor(page, where.getTranslation("key.pin.open"));
        open.setTarget(AnchorTarget.BLANK);
        open.addClassNames("button-link", "pin-page");
        open.setRouterIgnore(true);
        var tries = new Span(
                job.triesLeft() < 0 ? "" : where.getTranslation("key.pin.tries", Format.number(job.triesLeft())));
        return new Callout(Tone.WARNING, where.getTranslation("key.pin.title"), text, new Div(open), tries);
    }
}
