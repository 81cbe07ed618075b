package org.yanqi.forms.desk;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.yanqi.process.invoicing.HandleInvoice;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.shipping.Shipments;

/** An invoice that the tax channel, or a parcel that the courier, does not come to an end with. */
class ChaseInvoice extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient HandleInvoice handle;
    private final RadioButtonGroup<String> outcome;
    private final TextArea finding = reason("finding", "desk.finding");

    /** @param other what can be done instead of waiting on */
    ChaseInvoice(ItemContext context, Invoices invoices, HandleInvoice handle, Shipments shipments, String other) {
        super(context);
        this.handle = handle;
        outcome = outcomes("outcome", List.of("wait", other));
        outcome.setValue("wait");
        var invoice = invoices.one(context.actor(), context.subject());
        add(errors, new InvoiceFacts(invoice));
        shipments.ofSubject(invoice.id()).ifPresent(parcel -> add(new Route(parcel)));
        add(outcome, finding, buttons(submit("item.submit", this::chased)));
    }

    private void chased() {
        finish(handle.chased(context.actor(), context.id(), outcome.getValue(), finding.getValue()));
    }
}
