package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.process.payment.reconciliation.ReconciledDay.Bill;
import org.yanqi.process.payment.reconciliation.ReconciledDays;
import org.yanqi.process.payment.reconciliation.SettleDay;

/** Finance looks after a bill that is damaged or never came. */
class HandleMissingBill extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient SettleDay settle;
    private final RadioButtonGroup<String> outcome = outcomes("decision", List.of("fetch-again", "go-on"));
    private final TextArea reason = reason("reason", "desk.reason");

    HandleMissingBill(ItemContext context, ReconciledDays days, SettleDay settle) {
        super(context);
        this.settle = settle;
        var day = days.one(context.actor(), DayWords.day(context.item().businessKey()));
        add(errors, new Paragraph(getTranslation("missing-bill.how")));
        day.bills().stream().filter(Bill::isLacking).forEach(bill -> add(facts(bill)));
        add(outcome, reason, buttons(submit("item.submit", this::decide)));
    }

    private Facts facts(Bill bill) {
        return new Facts()
                .fact(getTranslation("day-total.channel"), getTranslation("channel." + bill.channel()))
                .fact(getTranslation("day-total.state"), DayWords.badge(this, bill))
                .fact(getTranslation("missing-bill.asks"), Format.number(bill.asks()))
                .fact(getTranslation("missing-bill.why"), Format.text(bill.why()))
                .fact(getTranslation("missing-bill.own"), Format.money(bill.ownPaidFen()));
    }

    private void decide() {
        if (!missing(outcome.getValue() == null, "decision", "refusal.decision-missing")) {
            finish(settle.handleMissingBill(context.actor(), context.id(), outcome.getValue(), reason.getValue()));
        }
    }
}
