package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.worklist.WorkItem;

/** What stands beside a form: whose work, until when, and the case with its last lines. */
final class ItemSide {
    private static final int LAST_LINES = 8;

    private ItemSide() {}

    static Div of(Component where, WorkItem item, @Nullable CaseView theCase, DueWords.Words due) {
        var side = new Div(about(where, item, due));
        if (theCase != null) {
            side.add(ofCase(where, theCase));
            side.add(new Card(where.getTranslation("item.latest"), Timeline.latest(theCase.timeline(), LAST_LINES)));
        }
        return side;
    }

    private static Card about(Component where, WorkItem item, DueWords.Words due) {
        var until = new Div(new Badge(due.text(), due.tone()), new Span(" " + Format.dateTime(item.due())));
        if (item.provisional()) {
            until.add(new Span(" " + where.getTranslation("due.provisional")));
        }
        return new Card(
                where.getTranslation("item.about"),
                new Facts()
                        .fact(where.getTranslation("desk.col.title"), item.title())
                        .fact(where.getTranslation("desk.col.due"), until)
                        .fact(where.getTranslation("desk.col.group"), where.getTranslation("group." + item.group()))
                        .fact(where.getTranslation("desk.col.assignee"), Format.text(item.assigneeName()))
                        .fact(where.getTranslation("desk.col.created"), Format.dateTime(item.created())));
    }

    private static Card ofCase(Component where, CaseView theCase) {
        var order = theCase.renewal().order();
        var link = new RouterLink(
                where.getTranslation("item.open-case"),
                CaseDetailView.class,
                new RouteParameters(
                        new RouteParam("case", theCase.renewal().id().toString())));
        return new Card(
                        where.getTranslation("item.case"),
                        new Facts()
                                .fact(
                                        where.getTranslation("case.number"),
                                        new Copyable(order == null ? "" : order.number()))
                                .fact(
                                        where.getTranslation("case.organisation"),
                                        theCase.organisation().name())
                                .fact(
                                        where.getTranslation("case.state"),
                                        DeskWords.badge(where, theCase.renewal().state()))
                                .fact(
                                        where.getTranslation("case.amount"),
                                        Format.money(order == null ? null : order.fen())))
                .aside(link);
    }
}
