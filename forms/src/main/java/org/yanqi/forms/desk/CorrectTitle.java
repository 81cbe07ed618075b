package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.invoicing.Invoice;
import org.yanqi.process.outcome.Outcome;

/** Corrects an invoice's title before it is issued, with the reason that goes on the record. */
final class CorrectTitle extends ReasonDialog {
    private static final long serialVersionUID = 1L;

    private final Map<String, TextField> inputs = new LinkedHashMap<>();
    private final transient InvoiceTitle before;

    /**
     * @param keep gets the corrected title and the reason
     * @param kept called when it was accepted
     */
    CorrectTitle(Invoice invoice, BiFunction<InvoiceTitle, String, Outcome<Invoice>> keep, Runnable kept) {
        super("correct-title", (dialog, why) -> ((CorrectTitle) dialog).keep(why, keep, kept));
        before = invoice.title();
        input("name", before.name());
        input("taxNumber", before.taxNumber());
        input("address", before.address());
        input("phone", before.phone());
        input("bank", before.bank());
        input("account", before.account());
    }

    /** The button that opens it. */
    static Button button(
            ItemForm form, Invoice invoice, BiFunction<InvoiceTitle, String, Outcome<Invoice>> keep, Runnable kept) {
        var button = new Button(
                form.getTranslation("correct-title.open"), clicked -> new CorrectTitle(invoice, keep, kept).open());
        button.setId("correct-title");
        return button;
    }

    private void input(String key, String value) {
        var field = new TextField(getTranslation("title." + key));
        field.setValue(value);
        field.setWidthFull();
        field.setId("title-" + key);
        inputs.put(key, field);
        errors.field(key, field);
        fields.addComponentAtIndex(1 + inputs.size(), field);
    }

    private void keep(String why, BiFunction<InvoiceTitle, String, Outcome<Invoice>> keep, Runnable kept) {
        var title = new InvoiceTitle(
                before.id(),
                before.type(),
                text("name"),
                text("taxNumber"),
                text("address"),
                text("phone"),
                text("bank"),
                text("account"));
        if (keep.apply(title, why) instanceof Outcome.Refused<Invoice> refused) {
            refuse(refused.reasons());
        } else {
            close();
            kept.run();
        }
    }

    private String text(String key) {
        var field = inputs.get(key);
        return field == null ? "" : field.getValue().strip();
    }
}
