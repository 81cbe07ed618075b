package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Broadcaster;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.desk.WorkFilter.Side;
import org.yanqi.process.record.Actor;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItemQuery.Whose;

/** 工作台: what the queues hold, what is mine, what is late. */
@Route(value = "desk", layout = MainLayout.class)
@RolesAllowed({"CUSTOMER_SERVICE", "FINANCE", "SUPERVISOR"})
public class WorkbenchView extends Page {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient Actor actor;
    private final transient SearchWorkItems search;
    private final Counters counters;
    private final WorkFilter filter;
    private final WorkRows rows;
    private final BatchBar batch;
    private final Tabs tabs = new Tabs();
    private final Span total = new Span();
    private final Button more = new Button();
    private final EmptyState empty;
    private @Nullable String next;

    public WorkbenchView(
            CurrentActor current,
            SearchWorkItems search,
            WorkActions actions,
            ExportWorkItems export,
            DueWords due,
            Clock clock,
            Broadcaster broadcaster) {
        super("nav.desk");
        this.actor = current.actor();
        this.search = search;
        filter = new WorkFilter(actor, clock, this::load);
        counters = new Counters(actor, search, clock, this::narrow);
        rows = new WorkRows(actor, due, item -> {
            actions.claim(this, actor, List.of(item));
            refresh();
        });
        batch = new BatchBar(actor, actions, rows, this::refresh);
        empty = new EmptyState(VaadinIcon.CHECK_CIRCLE_O, getTranslation("desk.empty"));
        actions().add(download(export));
        add(counters, list());
        load();
        broadcaster.whileShown(this, Set::of, this::refresh);
    }

    private Div list() {
        tabs.addThemeVariants(TabsVariant.LUMO_HIDE_SCROLL_BUTTONS);
        for (var side : Side.values()) {
            var tab = new Tab(getTranslation("desk.tab." + side.name().toLowerCase(Locale.ROOT)));
            tab.setId("tab-" + side.name().toLowerCase(Locale.ROOT));
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(changed -> {
            rows.show("ended", side() != Side.TODO);
            rows.show("claim", side() == Side.TODO);
            load();
        });
        total.addClassNames("muted", "total-count");
        total.getElement().setAttribute("role", "status");
        var head = new Div(tabs, total, new ListTools(rows));
        head.addClassName("list-head");
        more.setText(getTranslation("desk.more"));
        more.setId("load-more");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(clicked -> loadMore());
        var list = new Div(head, filter, batch, rows, empty, more);
        list.addClassNames("card", "list-card");
        return list;
    }

    private Anchor download(ExportWorkItems export) {
        var anchor = new Anchor(
                DownloadHandler.fromInputStream(request -> {
                    var bytes = export.write(actor, filter.query(side()), getLocale());
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes), "work-items.csv", "text/csv; charset=utf-8", bytes.length);
                }),
                getTranslation("desk.export"));
        anchor.addClassNames("button-link", "quiet");
        anchor.setId("export");
        return anchor;
    }

    private Side side() {
        return Side.values()[tabs.getSelectedIndex()];
    }

    private void narrow(String group, Whose whose, boolean overdue) {
        tabs.setSelectedIndex(0);
        filter.narrow(group, whose, overdue);
    }

    private void load() {
        show(PAGE);
    }

    /** As many rows as were shown before, as they are now. */
    private void refresh() {
        counters.refresh();
        show(Math.max(PAGE, rows.shown().size()));
    }

    private void show(int limit) {
        var page = search.search(actor, filter.query(side()), null, limit);
        rows.fill(page.items());
        shown(page);
    }

    private void loadMore() {
        var page = search.search(actor, filter.query(side()), next, PAGE);
        rows.append(page.items());
        shown(page);
    }

    private void shown(SearchWorkItems.Page page) {
        next = page.next();
        more.setVisible(next != null);
        total.setText(getTranslation("desk.total", Format.number(page.total())));
        empty.setVisible(page.total() == 0);
        rows.setVisible(page.total() > 0);
        batch.refresh();
    }
}
