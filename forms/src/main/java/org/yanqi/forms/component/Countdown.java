package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;
import java.time.Instant;

/** Counts down in the browser; the server decides when something is over. */
@Tag("yanqi-countdown")
@JsModule("./yanqi-countdown.js")
public class Countdown extends Component {
    private static final long serialVersionUID = 1L;

    /** @param now the server's clock, so that a wrong clock on the customer's machine does no harm */
    public Countdown(Instant until, Instant now) {
        var left = Duration.between(now, until);
        getElement().setAttribute("role", "timer");
        getElement().setProperty("left", Math.max(0, left.toMillis()));
        getElement().setText(Format.countdown(left));
    }
}
