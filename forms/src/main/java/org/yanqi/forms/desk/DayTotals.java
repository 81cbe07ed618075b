package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.process.payment.reconciliation.ReconciledDay;
import org.yanqi.process.payment.reconciliation.ReconciledDay.Bill;

/** What each channel says of a day, beside what we counted. */
class DayTotals extends Div {
    private static final long serialVersionUID = 1L;

    DayTotals(ReconciledDay day) {
        var table = new Table(
                "day-total.", "channel", "state", "#paid", "#refunded", "#fee", "#net", "#lines", "#matched", "#own");
        for (var bill : day.bills()) {
            table.row(
                    Table.text(getTranslation("channel." + bill.channel())),
                    DayWords.badge(this, bill),
                    both(bill.paidFen(), bill.ownPaidFen(), bill.statedPaidFen()),
                    both(bill.refundedFen(), bill.ownRefundedFen(), bill.statedRefundedFen()),
                    Table.text(Format.amount(bill.feeFen())),
                    Table.text(Format.amount(bill.netFen())),
                    lines(bill),
                    Table.text(Format.number(bill.matched())),
                    own(bill));
        }
        if (day.bills().size() > 1) {
            table.row(
                    Table.text(getTranslation("day-total.sum")),
                    new Span(),
                    Table.text(Format.amount(day.paidFen())),
                    Table.text(Format.amount(day.refundedFen())),
                    Table.text(Format.amount(day.feeFen())),
                    Table.text(Format.amount(day.netFen())),
                    Table.text(Format.number(
                            day.bills().stream().mapToLong(Bill::lines).sum())),
                    Table.text(Format.number(day.matched())),
                    Table.text(Format.number(
                            day.bills().stream().mapToLong(Bill::ownCount).sum())));
        }
        add(table);
    }

    /** The channel's sum, and ours or the bill's own below it where they differ. */
    private Component both(long channel, long own, @Nullable Long stated) {
        var cell = new Div(new Span(Format.amount(channel)));
        if (own != channel) {
            cell.add(small(getTranslation("day-total.ours", Format.amount(own))));
        }
        if (stated != null && stated != channel) {
            cell.add(small(getTranslation("day-total.stated", Format.amount(stated))));
        }
        return cell;
    }

    private Component lines(Bill bill) {
        var cell = new Div(new Span(Format.number(bill.lines())));
        if (bill.unreadable() > 0) {
            cell.add(small(getTranslation("day-total.unreadable", Format.number(bill.unreadable()))));
        }
        if (bill.state().equals("READ") && bill.statedLines() == null) {
            cell.add(small(getTranslation("day-total.no-sums")));
        }
        return cell;
    }

    private Component own(Bill bill) {
        var cell = new Div(new Span(Format.number(bill.ownCount())));
        if (bill.held() > 0 && !bill.isLacking()) {
            cell.add(small(getTranslation("day-total.held", Format.number(bill.held()))));
        }
        return cell;
    }

    private static Div small(String text) {
        var small = new Div(text);
        small.addClassNames("small", "muted");
        return small;
    }
}
