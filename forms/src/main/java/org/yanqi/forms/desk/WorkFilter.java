package org.yanqi.forms.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.record.Actor;
import org.yanqi.process.worklist.WorkItemQuery;
import org.yanqi.process.worklist.WorkItemQuery.Whose;
import org.yanqi.process.worklist.WorkItemState;

/** What the list is narrowed to; folded away when not needed. */
class WorkFilter extends Details {
    private static final long serialVersionUID = 1L;
    private static final int NARROW = 760;

    private final transient Actor actor;
    private final transient Clock clock;
    private final TextField text = new TextField();
    private final MultiSelectComboBox<String> kinds = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> groups = new MultiSelectComboBox<>();
    private final Select<Whose> whose = new Select<>();
    private final Checkbox overdue = new Checkbox();
    private final transient Runnable changed;
    private boolean quiet;

    WorkFilter(Actor actor, Clock clock, Runnable changed) {
        this.actor = actor;
        this.clock = clock;
        this.changed = changed;
        setId("filter");
        setOpened(true);
        setSummaryText(getTranslation("desk.filter"));
        text.setLabel(getTranslation("desk.filter.text"));
        text.setPlaceholder(getTranslation("desk.filter.text.hint"));
        text.setId("filter-text");
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(350);
        kinds.setLabel(getTranslation("desk.col.kind"));
        kinds.setId("filter-kind");
        kinds.setItems(WorkKinds.workedBy(actor));
        kinds.setItemLabelGenerator(kind -> getTranslation("work." + kind));
        groups.setLabel(getTranslation("desk.col.group"));
        groups.setId("filter-group");
        groups.setItems(WorkKinds.groupsSeenBy(actor));
        groups.setItemLabelGenerator(group -> getTranslation("group." + group));
        whose.setLabel(getTranslation("desk.filter.whose"));
        whose.setId("filter-whose");
        whose.setItems(List.of(Whose.ANY, Whose.MINE, Whose.UNCLAIMED));
        whose.setItemLabelGenerator(one -> getTranslation("whose." + one));
        whose.setValue(Whose.ANY);
        overdue.setLabel(getTranslation("desk.filter.overdue"));
        overdue.setId("filter-overdue");
        var reset = new Button(getTranslation("desk.filter.reset"), clicked -> reset());
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        reset.setId("filter-reset");
        text.addValueChangeListener(event -> tell());
        kinds.addValueChangeListener(event -> tell());
        groups.addValueChangeListener(event -> tell());
        whose.addValueChangeListener(event -> tell());
        overdue.addValueChangeListener(event -> tell());
        var fields = new Div(text, kinds, groups, whose, overdue, reset);
        fields.addClassName("filter");
        add(fields);
    }

    /** Where it would fill the screen it begins folded. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI()
                .getPage()
                .retrieveExtendedClientDetails(details -> setOpened(details.getWindowInnerWidth() >= NARROW));
    }

    private void tell() {
        if (!quiet) {
            changed.run();
        }
    }

    void reset() {
        narrow(null, Whose.ANY, false);
    }

    /** Sets the filter as a counter asks. */
    void narrow(@Nullable String group, Whose who, boolean onlyOverdue) {
        quiet = true;
        text.clear();
        kinds.clear();
        groups.setValue(group == null ? Set.of() : Set.of(group));
        whose.setValue(who);
        overdue.setValue(onlyOverdue);
        quiet = false;
        changed.run();
    }

    /** The sides of the list: 待办, 已办, 我发起的. */
    enum Side {
        TODO,
        DONE,
        STARTED
    }

    WorkItemQuery query(Side side) {
        boolean todo = side == Side.TODO;
        whose.setEnabled(todo);
        overdue.setEnabled(todo);
        // customers' own steps are listed only when asked for: they are nobody's work here
        var own = side == Side.STARTED ? Set.<String>of() : Set.copyOf(Queues.of(actor));
        return new WorkItemQuery(
                groups.getValue().isEmpty() ? own : groups.getValue(),
                kinds.getValue(),
                todo ? Set.of(WorkItemState.OPEN, WorkItemState.CLAIMED) : Set.of(),
                switch (side) {
                    case TODO -> whose.getValue();
                    case DONE -> Whose.DONE_BY_ME;
                    case STARTED -> Whose.STARTED_BY_ME;
                },
                text.getValue().isBlank() ? null : text.getValue().strip(),
                todo && overdue.getValue() ? clock.instant() : null);
    }
}
