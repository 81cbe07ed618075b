package org.yanqi.forms.desk;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Toast;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.invoicing.HandleInvoice;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.invoicing.Invoices;

/** The tax channel rejected an invoice: correct and submit again, issue on paper, or give up. */
class HandleRejection extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient HandleInvoice handle;
    private final RadioButtonGroup<String> outcome = outcomes("outcome", List.of("resubmit", "paper", "give-up"));
    private final TextArea reason = reason("reason", "desk.reason");

    HandleRejection(ItemContext context, Invoices invoices, HandleInvoice handle) {
        super(context);
        this.handle = handle;
        var invoice = invoices.one(context.actor(), context.subject());
        add(
                errors,
                invoice.state() != InvoiceState.REJECTED
                        ? new Callout(
                                Tone.WARNING,
                                getTranslation("invoice.with-channel.title"),
                                getTranslation("invoice.with-channel.text"))
                        : new Callout(Tone.DANGER, getTranslation("rejection.title"), Format.text(invoice.rejection())),
                new InvoiceFacts(invoice),
                buttons(CorrectTitle.button(
                        this,
                        invoice,
                        (title, why) -> handle.correctTitle(context.actor(), invoice.id(), title, why),
                        () -> {
                            Toast.good(getTranslation("correct-title.done"));
                            context.redraw().run();
                        })),
                outcome,
                reason,
                buttons(submit("item.submit", this::decide)));
    }

    private void decide() {
        if (!missing(outcome.getValue() == null, "outcome", "refusal.decision-missing")) {
            finish(handle.rejection(context.actor(), context.id(), outcome.getValue(), reason.getValue()));
        }
    }
}
