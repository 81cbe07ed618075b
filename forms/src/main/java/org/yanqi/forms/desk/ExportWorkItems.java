package org.yanqi.forms.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Texts;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;
import org.yanqi.process.worklist.WorkItemQuery;

/** Writes the filtered list as a file, and on the record that it was taken out of the house. */
@Component
class ExportWorkItems {
    private static final int PAGE = 500;
    /** What a spreadsheet still opens at once. */
    private static final int MOST = 20_000;

    private final SearchWorkItems search;
    private final AppendToRecord log;

    ExportWorkItems(SearchWorkItems search, AppendToRecord log) {
        this.search = search;
        this.log = log;
    }

    byte[] write(Actor actor, WorkItemQuery query, Locale locale) {
        var lines = new StringBuilder(Csv.line(
                List.of("kind", "title", "group", "state", "due", "provisional", "assignee", "created", "ended")
                        .stream()
                        .map(column -> Texts.text("desk.col." + column, locale))
                        .toList()));
        var rows = 0;
        @Nullable String after = null;
        do {
            var page = search.search(actor, query, after, PAGE);
            page.items().forEach(item -> lines.append(Csv.line(cells(item, locale))));
            rows += page.items().size();
            after = page.next();
        } while (after != null && rows < MOST);
        log.append(actor, null, "work items", "work-items-exported", Map.of("rows", Integer.toString(rows)));
        return Csv.file(lines.toString());
    }

    private static List<String> cells(WorkItem item, Locale locale) {
        return List.of(
                Texts.text("work." + item.kind(), locale),
                item.title(),
                Texts.text("group." + item.group(), locale),
                Texts.text("work-state." + item.state(), locale),
                Format.dateTime(item.due()),
                item.provisional() ? Texts.text("due.provisional", locale) : "",
                Format.text(item.assigneeName()),
                Format.dateTime(item.created()),
                Format.dateTime(item.ended()));
    }
}
