package org.yanqi.forms.desk;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.invoicing.HandleCorrection;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.invoicing.TakeInvoiceBack;

/** A red letter was refused, or nobody consented within 72 hours: again, by hand, or give up. */
class SettleCorrection extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient HandleCorrection handle;
    private final RadioButtonGroup<String> outcome = outcomes("outcome", List.of("again", "by-hand", "give-up"));
    private final TextArea reason = reason("reason", "desk.reason");

    SettleCorrection(ItemContext context, Invoices invoices, TakeInvoiceBack corrections, HandleCorrection handle) {
        super(context);
        this.handle = handle;
        var correction = corrections.one(context.subject());
        add(
                errors,
                new Callout(Tone.DANGER, getTranslation("red-letter.trouble"), Format.text(correction.trouble())),
                new CorrectionFacts(correction),
                new InvoiceFacts(invoices.one(context.actor(), correction.invoice())),
                outcome,
                reason,
                buttons(submit("item.submit", this::decide)));
    }

    private void decide() {
        if (!missing(outcome.getValue() == null, "outcome", "refusal.decision-missing")) {
            finish(handle.settle(context.actor(), context.id(), outcome.getValue(), reason.getValue()));
        }
    }
}
