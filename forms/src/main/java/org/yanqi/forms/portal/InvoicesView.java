package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.yanqi.forms.component.Broadcaster;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.process.invoicing.Invoice;
import org.yanqi.process.invoicing.Invoices;

/** The invoices one may see. */
@Route(value = "invoices", layout = MainLayout.class)
@RolesAllowed({"HOLDER", "ORGANISATION_ADMINISTRATOR"})
public class InvoicesView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient Invoices invoices;
    private final Div list = new Div();

    public InvoicesView(CurrentActor current, Invoices invoices, Broadcaster broadcaster) {
        super("invoices.title");
        this.current = current;
        this.invoices = invoices;
        lead(getTranslation("invoices.lead"));
        var titles = new RouterLink(getTranslation("titles.title"), TitlesView.class);
        titles.addClassNames("button-link", "quiet");
        actions().add(titles);
        list.addClassName("list");
        list.getElement().setAttribute("role", "list");
        add(list);
        draw();
        broadcaster.whileShown(this, Set::of, this::draw);
    }

    private void draw() {
        list.removeAll();
        invoices.visibleTo(current.actor()).stream().map(this::row).forEach(list::add);
        if (list.getChildren().findAny().isEmpty()) {
            list.add(new EmptyState(VaadinIcon.INVOICE, getTranslation("invoices.none")));
        }
    }

    private Div row(Invoice invoice) {
        var name = new RouterLink(
                invoice.title().name(), InvoiceView.class, invoice.id().toString());
        name.addClassName("list-title");
        var number = new Span(Format.text(invoice.number()));
        number.addClassName("mono");
        var order = new Span(invoice.orderNumber());
        order.addClassName("mono");
        var sub = new Div(
                new Span(getTranslation("invoice-kind." + invoice.kind())),
                number,
                order,
                new Span(Format.dateTime(invoice.issued())));
        sub.addClassName("list-sub");
        var words = new Div(name, sub);
        words.addClassName("list-main");
        var amount = new Span(Format.money(invoice.amounts().gross()));
        amount.addClassName("num");
        var line = new Div(words, amount, Words.state(this, invoice.state()));
        line.getElement().setAttribute("role", "listitem");
        return line;
    }
}
