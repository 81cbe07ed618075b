package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.invoicing.HandleInvoice;
import org.yanqi.process.invoicing.Invoices;

/** Finance issues on the tax system's machine and enters what it printed. */
class IssuePaperInvoice extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient HandleInvoice handle;
    private final TextField code = number("code", 12);
    private final TextField number = number("number", 8);

    IssuePaperInvoice(ItemContext context, Invoices invoices, HandleInvoice handle) {
        super(context);
        this.handle = handle;
        var invoice = invoices.one(context.actor(), context.subject());
        var inputs = new Div(code, number);
        inputs.addClassName("filter");
        add(
                errors,
                new Paragraph(getTranslation("paper.how")),
                new InvoiceFacts(invoice),
                inputs,
                buttons(
                        submit("paper.submit", this::issued),
                        CorrectTitle.button(
                                this,
                                invoice,
                                (title, why) -> handle.correctTitle(context.actor(), invoice.id(), title, why),
                                () -> {
                                    Toast.good(getTranslation("correct-title.done"));
                                    context.redraw().run();
                                })));
    }

    private TextField number(String field, int length) {
        var input = new TextField(getTranslation("paper." + field));
        input.setId(field);
        input.setMaxLength(length);
        input.setAllowedCharPattern("[0-9]");
        input.setHelperText(getTranslation("paper.digits", Integer.toString(length)));
        input.addClassName("mono-input");
        errors.field(field, input);
        return input;
    }

    private void issued() {
        finish(handle.issuedOnPaper(context.actor(), context.id(), code.getValue(), number.getValue()));
    }
}
