package org.yanqi.forms.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Tone;

/** What to do when the key agent does not answer: install it, start it, allow the browser to reach it. */
class AgentMissing extends Callout {
    private static final long serialVersionUID = 1L;

    AgentMissing(String address, Runnable again) {
        super(Tone.DANGER, "", new OrderedList());
        addClassName("agent-missing");
        removeAll();
        var title = new Div(getTranslation("agent.missing.title"));
        title.addClassName("callout-title");
        var retry = new Button(getTranslation("agent.missing.retry"), clicked -> again.run());
        retry.addClassName("connect-agent");
        add(
                title,
                new OrderedList(
                        new ListItem(getTranslation("agent.missing.install")),
                        new ListItem(getTranslation("agent.missing.start", address)),
                        new ListItem(getTranslation("agent.missing.allow"))),
                retry);
    }
}
