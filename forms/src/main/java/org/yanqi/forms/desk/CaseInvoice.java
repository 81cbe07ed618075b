package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.process.invoicing.Invoice;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.shipping.CoverSheet;

/** The invoice with its files, and the parcel it travels in. */
class CaseInvoice extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient Invoices invoices;

    CaseInvoice(Actor actor, CaseView theCase, Invoices invoices, CoverSheet sheets, Runnable redraw) {
        this.actor = actor;
        this.invoices = invoices;
        var invoice = theCase.renewal().invoice();
        if (invoice == null) {
            add(new EmptyState(VaadinIcon.INVOICE, getTranslation("invoice.none")));
            return;
        }
        var card =
                new Card(getTranslation("case.invoice"), facts(invoice)).aside(DeskWords.badge(this, invoice.state()));
        card.add(documents(invoice, redraw));
        add(card);
        theCase.corrections()
                .forEach(correction -> add(new Card(getTranslation("red-letter.title"), new CorrectionFacts(correction))
                        .aside(DeskWords.badge(this, correction.state()))));
        for (var parcel : theCase.shipments()) {
            var shipment = new Card(getTranslation("shipment.title"), new Route(parcel));
            if (parcel.waybill() != null && actor.is(Role.FINANCE, Role.SUPERVISOR)) {
                shipment.aside(PrintSheet.button(this, sheets, actor, parcel));
            }
            add(shipment);
        }
    }

    private Facts facts(Invoice invoice) {
        var title = invoice.title();
        return new Facts()
                .fact(
                        getTranslation("invoice.kind"),
                        getTranslation("invoice-kind." + invoice.kind())
                                + (invoice.specimen() ? " · " + getTranslation("case.specimen") : ""))
                .fact(getTranslation("invoice.number"), new Copyable(InvoiceNumbers.shown(invoice)))
                .fact(getTranslation("invoice.issued"), Format.dateTime(invoice.issued()))
                .fact(getTranslation("title.name"), title.name())
                .fact(getTranslation("title.taxNumber"), new Copyable(title.taxNumber()))
                .fact(getTranslation("title.bank"), title.bank())
                .fact(getTranslation("title.account"), Format.account(title.account()))
                .fact(getTranslation("title.phone"), Format.phone(title.phone()))
                .fact(
                        getTranslation("invoice.net"),
                        Format.money(invoice.amounts().net()))
                .fact(
                        getTranslation("invoice.tax"),
                        Format.money(invoice.amounts().tax()))
                .fact(
                        getTranslation("invoice.gross"),
                        Format.money(invoice.amounts().gross()))
                .fact(getTranslation("invoice.email"), Format.email(invoice.email()))
                .fact(getTranslation("rejection.title"), Format.text(invoice.rejection()));
    }

    private Div documents(Invoice invoice, Runnable redraw) {
        var row = new Div();
        row.addClassNames("row", "form-buttons");
        if (actor.is(Role.FINANCE, Role.SUPERVISOR, Role.CUSTOMER_SERVICE, Role.AUDITOR)) {
            invoice.files().stream().sorted().forEach(kind -> row.add(download(invoice, kind)));
        }
        var isSent = invoice.state() == InvoiceState.ISSUED || invoice.state() == InvoiceState.DELIVERED;
        if (isSent && !invoice.kind().isPaper() && actor.is(Role.FINANCE, Role.CUSTOMER_SERVICE)) {
            var again = new Button(
                    getTranslation("desk.send-again"),
                    clicked ->
                            new SendAgain(invoice, to -> invoices.sendAgain(actor, invoice.id(), to), redraw).open());
            again.setId("send-again");
            row.add(again);
        }
        return row;
    }

    private Anchor download(Invoice invoice, String kind) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(request -> {
                    var bytes = invoices.file(actor, invoice.id(), kind);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            "invoice-" + invoice.orderNumber() + "." + kind,
                            "application/" + kind,
                            bytes.length);
                }),
                getTranslation("invoice.download", kind.toUpperCase(Locale.ROOT)));
        link.addClassNames("button-link", "quiet");
        link.setId("download-" + kind);
        return link;
    }
}
