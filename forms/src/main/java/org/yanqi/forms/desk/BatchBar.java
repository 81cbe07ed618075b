package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import org.yanqi.forms.component.Format;
import org.yanqi.process.record.Actor;
import org.yanqi.process.worklist.WorkItem;

/** What can be done with all rows that are marked. */
class BatchBar extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient WorkActions actions;
    private final WorkRows rows;
    private final transient Runnable changed;
    private final Span count = new Span();
    private final Button claim;
    private final Button release;
    private final Button transfer;

    BatchBar(Actor actor, WorkActions actions, WorkRows rows, Runnable changed) {
        this.actor = actor;
        this.actions = actions;
        this.rows = rows;
        this.changed = changed;
        addClassName("batch");
        setId("batch");
        claim = button("claim", this::claim);
        release = button("release", this::release);
        transfer = button("transfer", this::transfer);
        add(count, claim, release, transfer);
        rows.addSelectionListener(selected -> refresh());
        refresh();
    }

    private Button button(String what, Runnable step) {
        var button = new Button(getTranslation("desk." + what), clicked -> step.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setId("batch-" + what);
        return button;
    }

    final void refresh() {
        var marked = marked();
        setVisible(!marked.isEmpty());
        count.setText(getTranslation("desk.marked", Format.number(marked.size())));
        claim.setEnabled(marked.stream().anyMatch(item -> WorkActions.mayClaim(actor, item)));
        release.setEnabled(marked.stream().anyMatch(item -> WorkActions.mayRelease(actor, item)));
        transfer.setEnabled(marked.stream().anyMatch(item -> WorkActions.mayMove(actor, item)));
    }

    private Set<WorkItem> marked() {
        return rows.getSelectedItems();
    }

    private void claim() {
        actions.claim(this, actor, marked());
        over();
    }

    private void release() {
        new ReasonDialog("desk.release", false, reason -> {
                    actions.release(this, actor, marked(), reason);
                    over();
                })
                .open();
    }

    private void transfer() {
        var items = marked().stream()
                .filter(item -> WorkActions.mayMove(actor, item))
                .toList();
        new TransferDialog(items, actions.colleagues(actor, items), (to, reason) -> {
                    actions.transfer(this, actor, items, to, reason);
                    over();
                })
                .open();
    }

    private void over() {
        rows.deselectAll();
        changed.run();
    }
}
