package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.UUID;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.reconciliation.Difference;
import org.yanqi.process.payment.reconciliation.ReconciledDays;
import org.yanqi.process.payment.reconciliation.SettleDay;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** The differences of a day, each one click from its exception or its case, and explained on the spot. */
class DayDifferences extends Div {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;

    private final transient Actor actor;
    private final LocalDate day;
    private final transient ReconciledDays days;
    private final transient SettleDay settle;
    private final transient Runnable changed;
    private final Button more = new Button();
    private int shown = PAGE;

    /** @param changed called when a difference was explained */
    DayDifferences(Actor actor, LocalDate day, ReconciledDays days, SettleDay settle, Runnable changed) {
        this.actor = actor;
        this.day = day;
        this.days = days;
        this.settle = settle;
        this.changed = changed;
        setId("differences");
        more.setText(getTranslation("desk.more"));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(clicked -> {
            shown += PAGE;
            draw();
        });
        draw();
    }

    private void draw() {
        removeAll();
        var found = days.differences(actor, day, 0, shown + 1);
        if (found.isEmpty()) {
            add(new EmptyState(VaadinIcon.CHECK_CIRCLE_O, getTranslation("difference.none")));
            return;
        }
        var mayExplain = actor.is(Role.FINANCE) && !days.one(actor, day).isSigned();
        var table =
                new Table("difference.", "kind", "channel", "number", "#channel-fen", "#own-fen", "state", "action");
        found.stream().limit(shown).forEach(difference -> row(table, difference, mayExplain));
        add(table);
        if (found.size() > shown) {
            add(more);
        }
    }

    private void row(Table table, Difference difference, boolean mayExplain) {
        table.row(
                kind(difference),
                Table.text(getTranslation("channel." + difference.channel())),
                number(difference),
                Table.text(Format.money(difference.channelFen())),
                Table.text(Format.money(difference.ownFen())),
                state(difference),
                actions(difference, mayExplain));
    }

    private Component kind(Difference difference) {
        var cell = new Div(new Span(DayWords.kind(this, difference)));
        var details = DayWords.details(difference, getLocale());
        if (difference.kind() == Difference.Kind.TOTALS_DIFFER) {
            cell.add(small(details));
        } else if (!details.isEmpty()) {
            var raw = new Div(details);
            raw.addClassNames("mono", "small", "raw-line");
            cell.add(raw);
        }
        if (difference.kind() == Difference.Kind.FEE_STRANGE && difference.feeFen() != null) {
            cell.add(small(getTranslation("difference.fee", Format.money(difference.feeFen()))));
        }
        return cell;
    }

    private Component number(Difference difference) {
        var number = new Span(Format.text(difference.number()));
        number.addClassName("mono");
        var cell = new Div(number);
        if (difference.providerNumber() != null) {
            cell.add(small(difference.providerNumber()));
        }
        if (difference.lineNumber() != null) {
            cell.add(small(getTranslation("difference.line", Format.number(difference.lineNumber()))));
        }
        return cell;
    }

    private Component state(Difference difference) {
        var cell = new Div(DayWords.badge(this, difference));
        var explanation = difference.explanation();
        if (explanation != null) {
            cell.add(small(explanation + " · " + Format.text(difference.explainedBy())));
        }
        return cell;
    }

    private Component actions(Difference difference, boolean mayExplain) {
        var cell = new Div();
        cell.addClassName("row");
        var exception = difference.exception();
        if (exception != null) {
            cell.add(link("desk/exception/" + exception, "difference.open-exception"));
        }
        if (difference.caseId() != null) {
            cell.add(link("desk/case/" + difference.caseId() + "/money", "difference.open-case"));
        }
        if (mayExplain && difference.state() != Difference.State.RESOLVED) {
            var explain = new Button(getTranslation(
                    difference.explanation() == null ? "difference.explain" : "difference.explain-anew"));
            explain.addThemeVariants(ButtonVariant.LUMO_SMALL);
            explain.addClassName("explain");
            explain.addClickListener(clicked -> ask(difference.id()));
            cell.add(explain);
        }
        return cell;
    }

    private Anchor link(String href, String key) {
        var link = new Anchor(href, getTranslation(key));
        link.addClassName("row-link");
        return link;
    }

    private void ask(UUID difference) {
        new ReasonDialog("difference.ask", (dialog, why) -> {
                    var outcome = settle.explain(actor, difference, why);
                    if (outcome instanceof Outcome.Refused<LocalDate> refused) {
                        dialog.refuse(refused.reasons());
                    } else {
                        dialog.close();
                        Toast.good(getTranslation("difference.explained"));
                        draw();
                        changed.run();
                    }
                })
                .open();
    }

    private static Div small(String text) {
        var small = new Div(text);
        small.addClassNames("small", "muted");
        return small;
    }
}
