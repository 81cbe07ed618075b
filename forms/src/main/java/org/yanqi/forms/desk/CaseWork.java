package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.worklist.WorkItem;

/** What people have to do, and did, for a case; claimed, given back and handed over on the page of each. */
class CaseWork extends Div {
    private static final long serialVersionUID = 1L;

    CaseWork(CaseView theCase, DueWords due) {
        if (theCase.workItems().isEmpty()) {
            add(new EmptyState(VaadinIcon.TASKS, getTranslation("work.none")));
            return;
        }
        var table = new Table("desk.col.", "kind", "group", "due", "assignee", "state", "ended");
        for (var item : theCase.workItems()) {
            var words = due.of(item, getLocale());
            table.row(
                    link(item),
                    Table.text(getTranslation("group." + item.group())),
                    new Div(new Badge(words.text(), words.tone()), new Span(" " + Format.dateTime(item.due()))),
                    Table.text(item.assigneeName()),
                    Table.text(getTranslation("work-state." + item.state())),
                    Table.text(Format.dateTime(item.ended())));
        }
        add(new Card(getTranslation("case.part.work"), table));
    }

    private RouterLink link(WorkItem item) {
        return new RouterLink(
                getTranslation("work." + item.kind()),
                WorkItemView.class,
                new RouteParameters(new RouteParam("item", item.id().toString())));
    }
}
