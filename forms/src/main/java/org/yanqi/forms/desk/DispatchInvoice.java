package org.yanqi.forms.desk;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.invoicing.HandleInvoice;
import org.yanqi.process.invoicing.Invoice;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.shipping.CoverSheet;
import org.yanqi.process.shipping.ShipmentState;
import org.yanqi.process.shipping.Shipments;

/** Finance sends a paper invoice: by courier, with a waybill typed in, or lays it ready at the counter. */
class DispatchInvoice extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient HandleInvoice handle;
    private final RadioButtonGroup<String> way = outcomes("way", List.of("courier", "typed", "counter"));
    private final TextField waybill = new TextField(getTranslation("shipment.waybill"));

    DispatchInvoice(
            ItemContext context, Invoices invoices, HandleInvoice handle, Shipments shipments, CoverSheet sheets) {
        super(context);
        this.handle = handle;
        var invoice = invoices.one(context.actor(), context.subject());
        waybill.setId("waybill");
        waybill.setMaxLength(20);
        waybill.setVisible(false);
        waybill.setHelperText(getTranslation("dispatch.waybill.hint"));
        errors.field("waybill", waybill);
        way.addValueChangeListener(changed -> waybill.setVisible("typed".equals(changed.getValue())));
        way.setValue(invoice.collection() == InvoiceChoice.Collection.COUNTER ? "counter" : "courier");
        add(errors);
        shipments.ofSubject(invoice.id()).ifPresent(parcel -> {
            if (parcel.state() == ShipmentState.REFUSED) {
                add(new Callout(
                        Tone.WARNING,
                        getTranslation("dispatch.refused.title"),
                        getTranslation("dispatch.refused.text")));
            }
            if (parcel.waybill() != null) {
                add(PrintSheet.button(this, sheets, context.actor(), parcel));
            }
        });
        add(facts(invoice), way, waybill, buttons(submit("dispatch.submit", this::send)));
    }

    private Facts facts(Invoice invoice) {
        var recipient = invoice.recipient();
        var facts = new Facts()
                .fact(getTranslation("invoice.paper-number"), new Copyable(InvoiceNumbers.shown(invoice)))
                .fact(getTranslation("title.name"), invoice.title().name())
                .fact(
                        getTranslation("invoice.collection"),
                        invoice.collection() == null
                                ? Format.EMPTY
                                : getTranslation("collection." + invoice.collection()));
        if (recipient != null) {
            // whoever writes the parcel's address needs it in clear
            facts.fact(getTranslation("recipient.name"), new Copyable(recipient.name()))
                    .fact(getTranslation("recipient.mobile"), new Copyable(recipient.mobile()))
                    .fact(
                            getTranslation("recipient.address"),
                            new Copyable(recipient.region() + " " + recipient.address()));
        }
        return facts;
    }

    private void send() {
        finish(handle.dispatch(
                context.actor(),
                context.id(),
                way.getValue(),
                "typed".equals(way.getValue()) ? waybill.getValue() : null));
    }
}
