package org.yanqi.forms.portal;

import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.shipping.Shipments;

/** One invoice. */
@Route(value = "invoices", layout = MainLayout.class)
@RolesAllowed({"HOLDER", "ORGANISATION_ADMINISTRATOR"})
public class InvoiceView extends Page implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient Invoices invoices;
    private final transient Shipments shipments;

    public InvoiceView(CurrentActor current, Invoices invoices, Shipments shipments) {
        super("invoice.page");
        this.current = current;
        this.invoices = invoices;
        this.shipments = shipments;
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        var actor = current.actor();
        getChildren().skip(1).toList().forEach(this::remove);
        add(new InvoiceCard(actor, invoices.one(actor, Ids.of(parameter)), invoices, shipments));
    }
}
