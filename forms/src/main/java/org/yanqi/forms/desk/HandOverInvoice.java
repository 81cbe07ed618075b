package org.yanqi.forms.desk;

import com.vaadin.flow.component.textfield.TextField;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.process.invoicing.HandleInvoice;
import org.yanqi.process.invoicing.Invoices;

/** The customer collects a paper invoice at the counter. */
class HandOverInvoice extends ItemForm {
    private static final long serialVersionUID = 1L;

    HandOverInvoice(ItemContext context, Invoices invoices, HandleInvoice handle) {
        super(context);
        var invoice = invoices.one(context.actor(), context.subject());
        var receiver = new TextField(getTranslation("hand-over.receiver"));
        receiver.setId("receivedBy");
        receiver.setMaxLength(100);
        receiver.setHelperText(getTranslation("hand-over.hint"));
        errors.field("receivedBy", receiver);
        add(
                errors,
                new Facts()
                        .fact(getTranslation("invoice.paper-number"), new Copyable(InvoiceNumbers.shown(invoice)))
                        .fact(getTranslation("title.name"), invoice.title().name()),
                receiver,
                buttons(submit(
                        "hand-over.submit",
                        () -> finish(handle.handedOver(context.actor(), context.id(), receiver.getValue())))));
    }
}
