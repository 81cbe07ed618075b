package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.payment.reconciliation.ReconciledDays;
import org.yanqi.process.payment.reconciliation.SettleDay;

/** Finance signs a day off once nothing in it is left without an explanation or an owner. */
class SignOffDay extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final LocalDate day;
    private final transient ReconciledDays days;
    private final transient SettleDay settle;
    private final Div standing = new Div();
    private final TextArea note = reason("note", "day.signature-note");

    SignOffDay(ItemContext context, ReconciledDays days, SettleDay settle) {
        super(context);
        this.day = DayWords.day(context.item().businessKey());
        this.days = days;
        this.settle = settle;
        var seen = days.one(context.actor(), day);
        add(errors, new Paragraph(getTranslation("day.sign.how")));
        if (seen.reopened() > 0) {
            add(new Callout(
                    Tone.WARNING,
                    getTranslation("day.reopened.title"),
                    getTranslation("day.reopened.text", Format.dateTime(seen.signed()), Format.text(seen.signedBy()))));
        }
        add(
                new DayTotals(seen),
                standing,
                new DayDifferences(context.actor(), day, days, settle, this::explained),
                note,
                buttons(submit("day.sign", this::sign)));
        stand();
    }

    private void stand() {
        var left = days.one(context.actor(), day).unsettled();
        standing.setText(
                left == 0 ? getTranslation("day.all-settled") : getTranslation("day.unsettled", Format.number(left)));
        standing.addClassName("muted");
        standing.getElement().setAttribute("role", "status");
    }

    private void explained() {
        errors.clear();
        stand();
    }

    private void sign() {
        finish(settle.signOff(context.actor(), context.id(), note.getValue()));
    }
}
