package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yanqi.forms.component.Format;
import org.yanqi.process.record.Actor;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItemQuery;
import org.yanqi.process.worklist.WorkItemQuery.Whose;
import org.yanqi.process.worklist.WorkItemState;

/** For each queue how much is mine, unclaimed and overdue; a click narrows the list to it. */
class Counters extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient SearchWorkItems search;
    private final transient Clock clock;
    private final transient Narrow narrow;
    private final Map<String, Span> numbers = new LinkedHashMap<>();

    /** What a click on a counter asks the list for. */
    interface Narrow {
        void to(String group, Whose whose, boolean overdue);
    }

    Counters(Actor actor, SearchWorkItems search, Clock clock, Narrow narrow) {
        this.actor = actor;
        this.search = search;
        this.clock = clock;
        this.narrow = narrow;
        addClassName("counters");
        for (var group : Queues.of(actor)) {
            var heading = new H2(getTranslation("group." + group));
            var row = new Div();
            row.addClassName("counter-row");
            if (Queues.worksIn(actor, group)) {
                row.add(counter(group, "mine", Whose.MINE, false));
            }
            row.add(counter(group, "unclaimed", Whose.UNCLAIMED, false), counter(group, "overdue", Whose.ANY, true));
            var card = new Section(heading, row);
            card.addClassName("counter-card");
            card.getElement().setAttribute("aria-label", getTranslation("group." + group));
            add(card);
        }
        refresh();
    }

    private Button counter(String group, String what, Whose whose, boolean overdue) {
        var number = new Span();
        number.addClassName("counter-number");
        numbers.put(group + "." + what, number);
        var word = new Span(getTranslation("desk.counter." + what));
        word.addClassName("counter-word");
        var both = new Div(number, word);
        both.addClassName("counter-both");
        var button = new Button(both, clicked -> narrow.to(group, whose, overdue));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation("group." + group) + " " + getTranslation("desk.counter." + what));
        button.setId("counter-" + group + "-" + what);
        button.addClassName("counter");
        return button;
    }

    final void refresh() {
        numbers.forEach((key, number) -> {
            var at = key.lastIndexOf('.');
            var count = count(key.substring(0, at), key.substring(at + 1));
            number.setText(Format.number(count));
            number.setClassName("counter-alarm", key.endsWith(".overdue") && count > 0);
        });
    }

    private long count(String group, String what) {
        return switch (what) {
            case "mine" -> count(group, Whose.MINE, false);
            case "unclaimed" -> count(group, Whose.UNCLAIMED, false);
            default -> count(group, Whose.ANY, true);
        };
    }

    private long count(String group, Whose whose, boolean overdue) {
        return search.count(
                actor,
                new WorkItemQuery(
                        Set.of(group),
                        Set.of(),
                        Set.of(WorkItemState.OPEN, WorkItemState.CLAIMED),
                        whose,
                        null,
                        overdue ? clock.instant() : null));
    }
}
