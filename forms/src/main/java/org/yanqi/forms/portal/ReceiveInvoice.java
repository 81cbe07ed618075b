package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.renewal.RenewalView;
import org.yanqi.process.shipping.Shipments;

/** Step 8: the invoice, independent of the keys (R8). */
class ReceiveInvoice extends StepPanel {
    private static final long serialVersionUID = 1L;

    private final transient Invoices invoices;
    private final transient Shipments shipments;
    private final Div body = new Div();

    ReceiveInvoice(StepContext context, Invoices invoices, Shipments shipments) {
        super(context);
        this.invoices = invoices;
        this.shipments = shipments;
        add(body);
        draw(context.view());
    }

    @Override
    protected boolean refresh(RenewalView view) {
        draw(view);
        return view.state() == RenewalState.PAID || view.state() == RenewalState.RENEWED;
    }

    private void draw(RenewalView view) {
        body.removeAll();
        var invoice = view.invoice();
        if (invoice != null) {
            body.add(new InvoiceCard(context.actor(), invoice, invoices, shipments));
            return;
        }
        var choice = view.draft().invoice();
        body.add(new Card(
                getTranslation("step.invoice"),
                choice != null && choice.wanted()
                        ? new Paragraph(getTranslation("invoice.soon"))
                        : new Callout(Tone.NOTICE, "", getTranslation("invoice.none-wanted"))));
    }
}
