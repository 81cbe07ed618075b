package org.yanqi.forms.component;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;

/** The steps of a renewal as the models name them, with the one where the case really stands. */
public class Stepper extends OrderedList {
    private static final long serialVersionUID = 1L;

    /**
     * @param steps ids in the models' order; shown by key {@code step.<id>}
     * @param done those behind
     */
    public Stepper(List<String> steps, String current, Set<String> done) {
        addClassName("stepper");
        getElement().setAttribute("aria-label", getTranslation("step.progress"));
        var number = 0;
        for (var step : steps) {
            number++;
            var item = new ListItem();
            var dot = new Span(done.contains(step) ? "✓" : Integer.toString(number));
            dot.addClassName("stepper-dot");
            dot.getElement().setAttribute("aria-hidden", "true");
            var name = new Span(getTranslation("step." + step));
            name.addClassName("stepper-name");
            item.add(dot, name);
            if (step.equals(current)) {
                item.addClassName("current");
                item.getElement().setAttribute("aria-current", "step");
            } else if (done.contains(step)) {
                item.addClassName("done");
                item.add(hidden(getTranslation("step.done")));
            }
            add(item);
        }
    }

    private static Span hidden(String text) {
        var span = new Span(text);
        span.addClassName("sr-only");
        return span;
    }
}
