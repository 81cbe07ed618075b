package org.yanqi.forms.desk;

import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Consumer;
import org.yanqi.forms.component.Format;
import org.yanqi.process.record.Actor;
import org.yanqi.process.worklist.WorkItem;
import org.yanqi.process.worklist.WorkItemState;

/** Work items in rows. */
class WorkRows extends Rows<WorkItem> {
    private static final long serialVersionUID = 1L;

    /** The component names its boxes where screen readers do not hear it. */
    private static final String NAMED_BOXES = """
            const column = this.querySelector('vaadin-grid-flow-selection-column');
            column.renderer = (root, self, model) => {
              column._defaultRenderer(root, self, model);
              root.firstElementChild.accessibleName = $0.replace('#', model.index + 1);
            };
            """;

    WorkRows(Actor actor, DueWords due, Consumer<WorkItem> claim) {
        super("work-items", narrow(due), WorkItem::id);
        // the component's own box for all rows has a label that screen readers are not given
        ((GridMultiSelectionModel<WorkItem>) setSelectionMode(SelectionMode.MULTI))
                .setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.HIDDEN);
        getElement().setAttribute("aria-label", getTranslation("desk.list"));
        addAttachListener(attached -> getElement().executeJs(NAMED_BOXES, getTranslation("desk.mark", "#")));
        column("kind", getTranslation("desk.col.kind"), link(kind()))
                .setWidth("150px")
                .setFlexGrow(1);
        column("title", getTranslation("desk.col.title"), title())
                .setWidth("300px")
                .setFlexGrow(4);
        column("group", getTranslation("desk.col.group"), text(item -> getTranslation("group." + item.group())))
                .setWidth("100px")
                .setFlexGrow(0);
        column("due", getTranslation("desk.col.due"), due(due))
                .setWidth("270px")
                .setFlexGrow(1);
        column("assignee", getTranslation("desk.col.assignee"), text(item -> Format.text(item.assigneeName())))
                .setWidth("110px")
                .setFlexGrow(0);
        column("created", getTranslation("desk.col.created"), text(item -> Format.dateTime(item.created())))
                .setWidth("150px")
                .setFlexGrow(0);
        column("ended", getTranslation("desk.col.ended"), text(item -> Format.dateTime(item.ended())))
                .setWidth("150px")
                .setFlexGrow(0);
        column("claim", getTranslation("desk.col.claim"), claim(actor, claim))
                .setWidth("100px")
                .setFlexGrow(0);
        show("ended", false);
    }

    static String href(WorkItem item) {
        return "desk/item/" + item.id();
    }

    private com.vaadin.flow.function.ValueProvider<WorkItem, ?> kind() {
        return item -> getTranslation("work." + item.kind());
    }

    private LitRenderer<WorkItem> link(com.vaadin.flow.function.ValueProvider<WorkItem, ?> text) {
        return LitRenderer.<WorkItem>of("<a class=\"row-link\" href=\"${item.href}\">${item.text}</a>")
                .withProperty("href", WorkRows::href)
                .withProperty("text", text);
    }

    private static LitRenderer<WorkItem> text(com.vaadin.flow.function.ValueProvider<WorkItem, ?> text) {
        return LitRenderer.<WorkItem>of("<span title=\"${item.text}\">${item.text}</span>")
                .withProperty("text", text);
    }

    private static LitRenderer<WorkItem> title() {
        return LitRenderer.<WorkItem>of("<span class=\"mono\">${item.number}</span> "
                        + "<span title=\"${item.rest}\">${item.rest}</span>")
                .withProperty("number", item -> WorkTitle.number(item.title()))
                .withProperty("rest", item -> WorkTitle.rest(item.title()));
    }

    private LitRenderer<WorkItem> due(DueWords due) {
        return LitRenderer.<WorkItem>of("<span class=\"badge tone-${item.tone}\">${item.left}</span> "
                        + "<span class=\"small muted\">${item.at} ${item.provisional}</span>")
                .withProperty("tone", item -> due.of(item, getLocale()).tone().css())
                .withProperty("left", item -> due.of(item, getLocale()).text())
                .withProperty("at", item -> Format.dateTime(item.due()))
                .withProperty("provisional", item -> item.provisional() ? getTranslation("due.provisional") : "");
    }

    private LitRenderer<WorkItem> claim(Actor actor, Consumer<WorkItem> claim) {
        return LitRenderer.<WorkItem>of("<vaadin-button theme=\"small tertiary\" ?hidden=\"${!item.free}\""
                        + " @click=\"${claim}\" aria-label=\"${item.label}\">${item.word}</vaadin-button>")
                .withProperty("free", item -> item.state() == WorkItemState.OPEN && Queues.worksIn(actor, item.group()))
                .withProperty("word", item -> getTranslation("desk.claim"))
                .withProperty("label", item -> getTranslation("desk.claim") + " " + item.title())
                .withFunction("claim", claim::accept);
    }

    private static LitRenderer<WorkItem> narrow(DueWords due) {
        return LitRenderer.<WorkItem>of(
                        "<div class=\"row-card\"><a class=\"row-link\" href=\"${item.href}\">"
                                + "${item.kind}</a><span>${item.title}</span><span><span class=\"badge tone-${item.tone}\">"
                                + "${item.left}</span> <span class=\"small muted\">${item.at} · ${item.who}</span></span></div>")
                .withProperty("href", WorkRows::href)
                .withProperty("kind", item -> WorkTitle.kind(item))
                .withProperty("title", WorkItem::title)
                .withProperty(
                        "tone", item -> due.of(item, WorkTitle.locale()).tone().css())
                .withProperty("left", item -> due.of(item, WorkTitle.locale()).text())
                .withProperty("at", item -> Format.dateTime(item.due()))
                .withProperty("who", item -> Format.text(item.assigneeName()));
    }
}
