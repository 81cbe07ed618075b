package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.yanqi.process.certificate.LifeEvent;

/** The life of the certificates on one key, oldest first: issued, renewed, superseded, revoked, and when it expires. */
public class LifeLine extends OrderedList {
    private static final long serialVersionUID = 1L;

    /** @param link where a certificate's serial leads */
    public LifeLine(List<LifeEvent> events, Function<LifeEvent, Component> link) {
        addClassName("life-line");
        for (var event : events) {
            var what = new Span(getTranslation("life." + event.what()));
            what.addClassName("life-what");
            var reason = event.reason();
            var head = new Div(what);
            if (reason != null) {
                head.add(new Span(
                        Texts.has("cause." + reason, Texts.CHINESE)
                                ? getTranslation("cause." + reason)
                                : getTranslation("cause.UNSPECIFIED")));
            }
            var when = new Span(Format.dateTime(event.at()));
            when.addClassNames("muted", "small");
            var line = new ListItem(head, when, link.apply(event));
            line.addClassName("life-" + event.what().name().toLowerCase(Locale.ROOT));
            add(line);
        }
    }
}
