package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.process.payment.reconciliation.ReconciledDay;
import org.yanqi.process.payment.reconciliation.ReconciledDays;

/** The days of reconciliation, latest first: what the channels took, how much of it matched, and who signed. */
@Route(value = "desk/days", layout = MainLayout.class)
@RolesAllowed({"FINANCE", "SUPERVISOR", "AUDITOR"})
public class DaysView extends Page {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 31;

    private final transient CurrentActor current;
    private final transient ReconciledDays days;
    private final Checkbox openOnly = new Checkbox();
    private final Button more = new Button();
    private final EmptyState empty = new EmptyState(VaadinIcon.CALENDAR, getTranslation("day.none"));
    private final Rows<ReconciledDay> rows;
    private @Nullable LocalDate last;

    public DaysView(CurrentActor current, ReconciledDays days) {
        super("nav.days");
        this.current = current;
        this.days = days;
        lead(getTranslation("day.lead"));
        openOnly.setLabel(getTranslation("day.open-only"));
        openOnly.setId("open-only");
        openOnly.addValueChangeListener(changed -> load(true));
        more.setText(getTranslation("desk.more"));
        more.setId("load-more");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(clicked -> load(false));
        rows = rows();
        var head = new Div(openOnly, new Span());
        head.addClassName("list-head");
        var list = new Div(head, rows, empty, more);
        list.addClassNames("card", "list-card");
        add(list);
        load(true);
    }

    private Rows<ReconciledDay> rows() {
        var found = new Rows<ReconciledDay>(
                "days",
                LitRenderer.<ReconciledDay>of(
                                "<div class=\"row-card\"><a class=\"row-link mono\" href=\"${item.href}\">"
                                        + "${item.day}</a><span><span class=\"badge tone-${item.tone}\">${item.state}</span>"
                                        + " <span class=\"small muted\">${item.differences}</span></span>"
                                        + "<span class=\"small muted\">${item.money}</span></div>")
                        .withProperty("href", DaysView::href)
                        .withProperty("day", day -> Format.date(day.day()))
                        .withProperty("tone", day -> DayWords.tone(day).css())
                        .withProperty("state", this::state)
                        .withProperty("differences", this::differences)
                        .withProperty(
                                "money",
                                day -> getTranslation(
                                        "day.money",
                                        Format.amount(day.paidFen()),
                                        Format.amount(day.refundedFen()),
                                        Format.amount(day.netFen()))),
                ReconciledDay::day);
        found.getElement().setAttribute("aria-label", getTranslation("nav.days"));
        found.column(
                        "day",
                        getTranslation("day.day"),
                        LitRenderer.<ReconciledDay>of(
                                        "<a class=\"row-link mono\" href=\"${item.href}\">${item.day}</a>")
                                .withProperty("href", DaysView::href)
                                .withProperty("day", day -> Format.date(day.day())))
                .setWidth("120px")
                .setFlexGrow(0);
        found.column(
                        "state",
                        getTranslation("day.state"),
                        LitRenderer.<ReconciledDay>of("<span class=\"badge tone-${item.tone}\">${item.state}</span>")
                                .withProperty("tone", day -> DayWords.tone(day).css())
                                .withProperty("state", this::state))
                .setWidth("140px")
                .setFlexGrow(0);
        amount(found, "paid", day -> Format.amount(day.paidFen()));
        amount(found, "refunded", day -> Format.amount(day.refundedFen()));
        amount(found, "fee", day -> Format.amount(day.feeFen()));
        amount(found, "net", day -> Format.amount(day.netFen()));
        amount(found, "matched", day -> Format.number(day.matched()));
        found.column("differences", getTranslation("day.differences"), text(this::differences))
                .setWidth("150px");
        found.column("signed", getTranslation("day.signed"), text(this::signed)).setWidth("200px");
        return found;
    }

    private void amount(Rows<ReconciledDay> found, String key, ValueProvider<ReconciledDay, String> amount) {
        found.column(key, getTranslation("day." + key), text(amount))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
    }

    private static LitRenderer<ReconciledDay> text(ValueProvider<ReconciledDay, ?> text) {
        return LitRenderer.<ReconciledDay>of("<span title=\"${item.text}\">${item.text}</span>")
                .withProperty("text", text);
    }

    private static String href(ReconciledDay day) {
        return "desk/days/" + day.day();
    }

    private String state(ReconciledDay day) {
        var word = getTranslation("day-state." + DayWords.state(day));
        return day.isSigned() && day.reopened() > 0 ? word + " · " + getTranslation("day.was-reopened") : word;
    }

    private String differences(ReconciledDay day) {
        if (day.differences() == 0) {
            return getTranslation("day.differences.none");
        }
        return getTranslation(
                "day.differences.count", Format.number(day.differences()), Format.number(day.unsettled()));
    }

    private String signed(ReconciledDay day) {
        return day.isSigned() ? Format.text(day.signedBy()) + " " + Format.dateTime(day.signed()) : Format.EMPTY;
    }

    private void load(boolean first) {
        var found = days.list(current.actor(), first ? null : last, openOnly.getValue(), PAGE);
        if (first) {
            rows.fill(found);
            rows.setVisible(!found.isEmpty());
            empty.setVisible(found.isEmpty());
        } else {
            rows.append(found);
        }
        if (!found.isEmpty()) {
            last = found.get(found.size() - 1).day();
        }
        more.setVisible(found.size() == PAGE);
    }
}
