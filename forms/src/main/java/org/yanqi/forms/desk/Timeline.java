package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yanqi.forms.component.Format;
import org.yanqi.process.record.RecordEntry;

/** What happened to a case, the newest first. */
class Timeline extends OrderedList {
    private static final long serialVersionUID = 1L;

    Timeline(List<RecordEntry> newestFirst) {
        addClassName("timeline");
        for (var entry : newestFirst) {
            var who = new Span(Format.dateTimeSeconds(entry.at()) + " · " + entry.name() + " · "
                    + getTranslation("role." + entry.role()));
            who.addClassNames("muted", "small");
            add(new ListItem(new Div(RecordWords.sentence(entry, WorkTitle.locale())), who));
        }
    }

    static Timeline all(List<RecordEntry> oldestFirst) {
        var newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        return new Timeline(newestFirst);
    }

    static Timeline latest(List<RecordEntry> oldestFirst, int most) {
        var from = Math.max(0, oldestFirst.size() - most);
        return all(oldestFirst.subList(from, oldestFirst.size()));
    }
}
