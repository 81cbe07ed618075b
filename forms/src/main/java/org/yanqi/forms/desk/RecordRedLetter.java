package org.yanqi.forms.desk;

import com.vaadin.flow.component.textfield.TextField;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.invoicing.HandleCorrection;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.invoicing.TakeInvoiceBack;

/** Finance made the red letter at the tax system itself, and enters its two numbers. */
class RecordRedLetter extends ItemForm {
    private static final long serialVersionUID = 1L;
    private static final int DIGITS = 20;

    RecordRedLetter(ItemContext context, Invoices invoices, TakeInvoiceBack corrections, HandleCorrection handle) {
        super(context);
        var correction = corrections.one(context.subject());
        var confirmation = digits("confirmation");
        var number = digits("number");
        add(
                errors,
                new Callout(
                        Tone.NOTICE, getTranslation("red-letter.by-hand"), getTranslation("red-letter.by-hand.text")),
                new CorrectionFacts(correction),
                new InvoiceFacts(invoices.one(context.actor(), correction.invoice())),
                confirmation,
                number,
                buttons(submit(
                        "item.submit",
                        () -> finish(handle.entered(
                                context.actor(),
                                context.id(),
                                confirmation.getValue().strip(),
                                number.getValue().strip())))));
    }

    private TextField digits(String field) {
        var text = new TextField(getTranslation("red-letter." + field));
        text.setId(field);
        text.setMaxLength(DIGITS + 10);
        text.setWidth("min(100%, 320px)");
        text.addClassName("mono");
        text.setHelperText(getTranslation("red-letter.digits"));
        errors.field(field, text);
        return text;
    }
}
