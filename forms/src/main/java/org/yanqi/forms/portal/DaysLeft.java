package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;

/** Days until a certificate's last day, as a sentence and a bar of a year. */
class DaysLeft extends Div {
    private static final long serialVersionUID = 1L;
    private static final int SOON = 60;
    private static final int URGENT = 15;
    private static final double YEAR = 365;

    DaysLeft(long days) {
        addClassNames("days", "tone-" + tone(days).css());
        var text = new Span(
                days > 0
                        ? getTranslation("days.left", Format.number(days))
                        : days == 0 ? getTranslation("days.today") : getTranslation("days.over", Format.number(-days)));
        text.addClassName("days-text");
        var fill = new Span();
        fill.getStyle().set("width", Math.round(Math.max(2, Math.min(100, days / YEAR * 100))) + "%");
        var bar = new Div(fill);
        bar.addClassName("days-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        add(text, bar);
    }

    private static Tone tone(long days) {
        return days > SOON ? Tone.NEUTRAL : days > URGENT ? Tone.WARNING : Tone.DANGER;
    }
}
