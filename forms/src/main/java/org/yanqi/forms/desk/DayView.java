package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.Table;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.reconciliation.ReconciledDay;
import org.yanqi.process.payment.reconciliation.ReconciledDays;
import org.yanqi.process.payment.reconciliation.SettleDay;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.SearchWorkItems;

/** One day of reconciliation: totals, differences, notes, signatures, and its export. */
@Route(value = "desk/days/:day", layout = MainLayout.class)
@RolesAllowed({"FINANCE", "SUPERVISOR", "AUDITOR"})
public class DayView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient ReconciledDays days;
    private final transient SettleDay settle;
    private final transient SearchWorkItems items;
    private final transient ExportDay export;
    private final Div body = new Div();
    private LocalDate day = LocalDate.EPOCH;

    public DayView(
            CurrentActor current, ReconciledDays days, SettleDay settle, SearchWorkItems items, ExportDay export) {
        super("nav.days");
        this.current = current;
        this.days = days;
        this.settle = settle;
        this.items = items;
        this.export = export;
        body.addClassName("stack");
        add(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        day = DayWords.day(event.getRouteParameters().get("day").orElse(""));
        draw();
    }

    private void draw() {
        var actor = current.actor();
        var seen = days.one(actor, day);
        heading(getTranslation("day.title", Format.date(day)));
        actions().removeAll();
        work(actor);
        actions().add(download(actor, "csv", "text/csv; charset=utf-8"), download(actor, "xlsx", ExportDay.XLSX));
        body.removeAll();
        if (seen.reopened() > 0) {
            body.add(new Callout(
                    Tone.WARNING,
                    getTranslation("day.reopened.title"),
                    getTranslation("day.reopened.text", Format.dateTime(seen.signed()), Format.text(seen.signedBy()))));
        }
        body.add(
                new Card(getTranslation("day.totals"), new DayTotals(seen)).aside(DayWords.badge(this, seen)),
                new Card(getTranslation("day.differences"), new DayDifferences(actor, day, days, settle, this::draw)),
                new Card(getTranslation("day.bills"), bills(seen)),
                new Card(getTranslation("day.signatures"), signatures(actor)),
                new Card(getTranslation("day.notes"), notes(actor)));
    }

    /** What there is to do about the day, for whoever may do it. */
    private void work(Actor actor) {
        if (!actor.is(Role.FINANCE)) {
            return;
        }
        for (var kind : new String[] {"sign-off-day", "handle-missing-bill"}) {
            items.open(kind, day.toString()).ifPresent(item -> {
                var link = new Anchor("desk/item/" + item.id(), getTranslation("work." + kind));
                link.addClassName("button-link");
                link.setId("work-" + kind);
                actions().add(link);
            });
        }
    }

    private Anchor download(Actor actor, String format, String type) {
        var anchor = new Anchor(
                DownloadHandler.fromInputStream(request -> {
                    var bytes = export.write(actor, day, format, getLocale());
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            "reconciliation-" + day + "." + format,
                            type,
                            bytes.length);
                }),
                getTranslation("day.export." + format));
        anchor.addClassNames("button-link", "quiet");
        anchor.setId("export-" + format);
        return anchor;
    }

    private Div bills(ReconciledDay seen) {
        var all = new Div();
        all.addClassName("evidence");
        for (var bill : seen.bills()) {
            all.add(new Facts()
                    .fact(getTranslation("day-total.channel"), getTranslation("channel." + bill.channel()))
                    .fact(getTranslation("day-total.state"), DayWords.badge(this, bill))
                    .fact(getTranslation("bill.read"), Format.dateTime(bill.read()))
                    .fact(getTranslation("bill.lines"), Format.number(bill.lines()))
                    .fact(
                            getTranslation("bill.stated"),
                            bill.statedLines() == null
                                    ? getTranslation("day-total.no-sums")
                                    : getTranslation(
                                            "bill.stated.text",
                                            Format.number(bill.statedLines()),
                                            Format.money(bill.statedPaidFen()),
                                            Format.money(bill.statedRefundedFen()),
                                            Format.money(bill.statedFeeFen())))
                    .fact(getTranslation("bill.hash"), Format.text(bill.hash()))
                    .fact(getTranslation("missing-bill.why"), Format.text(bill.why())));
        }
        return all;
    }

    private Div signatures(Actor actor) {
        var signatures = days.signatures(actor, day);
        if (signatures.isEmpty()) {
            return new Div(new Paragraph(getTranslation("day.signatures.none")));
        }
        var table = new Table("signature.", "at", "who", "#round", "#paid", "#refunded", "#differences", "note");
        signatures.forEach(one -> table.row(
                Table.text(Format.dateTime(one.at())),
                Table.text(one.name()),
                Table.text(Format.number(one.round())),
                Table.text(Format.money(one.paidFen())),
                Table.text(Format.money(one.refundedFen())),
                Table.text(Format.number(one.differences())),
                Table.text(one.note())));
        return new Div(table);
    }

    private Div notes(Actor actor) {
        var all = new Div();
        all.addClassName("stack");
        days.notes(actor, day).forEach(note -> {
            var by = new Div(note.name() + " · " + Format.dateTime(note.at()));
            by.addClassNames("small", "muted");
            all.add(new Div(new Div(note.text()), by));
        });
        if (actor.is(Role.FINANCE, Role.SUPERVISOR)) {
            var write = new Button(
                    getTranslation("day.note.add"),
                    clicked -> new ReasonDialog("day.note", (dialog, text) -> {
                                if (settle.note(actor, day, text) instanceof Outcome.Refused<LocalDate> refused) {
                                    dialog.refuse(refused.reasons());
                                } else {
                                    dialog.close();
                                    draw();
                                }
                            })
                            .open());
            write.setId("add-note");
            all.add(new Div(write));
        }
        return all;
    }
}
