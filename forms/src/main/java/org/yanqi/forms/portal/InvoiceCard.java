package org.yanqi.forms.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Objects;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.ChineseAmount;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Toast;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.invoicing.Invoice;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.shipping.Shipment;
import org.yanqi.process.shipping.Shipments;

/** An invoice: what it says, its files, sending it again, and where the parcel is. */
class InvoiceCard extends Div {
    private static final long serialVersionUID = 1L;

    InvoiceCard(Actor actor, Invoice invoice, Invoices invoices, Shipments shipments) {
        add(facts(invoice));
        if (!invoice.files().isEmpty()) {
            add(files(actor, invoice, invoices));
        }
        if (!invoice.kind().isPaper() && isIssued(invoice)) {
            add(sendAgain(actor, invoice, invoices));
        }
        shipments.ofSubject(invoice.id()).ifPresent(shipment -> add(parcel(shipment)));
    }

    private static boolean isIssued(Invoice invoice) {
        return invoice.state() == InvoiceState.ISSUED || invoice.state() == InvoiceState.DELIVERED;
    }

    private Card facts(Invoice invoice) {
        var amounts = invoice.amounts();
        var facts = new Facts()
                .fact(getTranslation("invoice.kind"), getTranslation("invoice-kind." + invoice.kind()))
                .fact(getTranslation("invoice.number"), new Copyable(Objects.requireNonNullElse(invoice.number(), "")))
                .fact(getTranslation("invoice.issued"), Format.dateTime(invoice.issued()))
                .fact(getTranslation("order.number"), new Copyable(invoice.orderNumber()))
                .fact(getTranslation("title.name"), invoice.title().name())
                .fact(getTranslation("title.taxNumber"), invoice.title().taxNumber())
                .fact(getTranslation("invoice.gross"), Format.money(amounts.gross()))
                .fact(getTranslation("invoice.words"), ChineseAmount.of(amounts.gross()))
                .fact(getTranslation("invoice.net"), Format.money(amounts.net()))
                .fact(getTranslation("invoice.tax"), Format.money(amounts.tax()));
        if (invoice.paperNumber() != null) {
            facts.fact(getTranslation("invoice.paper-code"), Format.text(invoice.paperCode()))
                    .fact(getTranslation("invoice.paper-number"), invoice.paperNumber());
        }
        if (invoice.email() != null) {
            facts.fact(getTranslation("invoice.email"), Format.email(invoice.email()));
        }
        if (invoice.recipient() != null) {
            facts.fact(
                    getTranslation("recipient.title"),
                    invoice.recipient().name() + " "
                            + Format.phone(invoice.recipient().mobile()));
        }
        var card = new Card(getTranslation("step.invoice"), facts).aside(Words.state(this, invoice.state()));
        if (invoice.specimen()) {
            card.add(new Callout(Tone.NOTICE, "", getTranslation("invoice.specimen")));
        }
        if (!isIssued(invoice)) {
            card.add(new Callout(
                    Tone.NOTICE,
                    "",
                    getTranslation(invoice.kind().isPaper() ? "invoice.when.paper" : "invoice.when.electronic")));
        }
        return card;
    }

    private Card files(Actor actor, Invoice invoice, Invoices invoices) {
        var links = new Div();
        links.addClassName("row");
        invoice.files().stream().sorted().forEach(kind -> {
            var name = Objects.requireNonNullElse(invoice.number(), invoice.orderNumber()) + "." + kind;
            var type = kind.equals("pdf") ? "application/pdf" : "application/xml";
            var handler = DownloadHandler.fromInputStream(event -> {
                var bytes = invoices.file(actor, invoice.id(), kind);
                return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
            });
            var link = new Anchor(handler, getTranslation("invoice.download", kind.toUpperCase(Locale.ROOT)));
            link.addClassNames("button-link", "quiet");
            link.getElement().setAttribute("download", name);
            links.add(link);
        });
        return new Card(getTranslation("invoice.files"), links);
    }

    private Card sendAgain(Actor actor, Invoice invoice, Invoices invoices) {
        var errors = new ErrorSummary();
        var to = new EmailField(getTranslation("invoice.email"));
        to.setValue(Objects.requireNonNullElse(invoice.email(), ""));
        to.setWidth("min(360px, 100%)");
        to.setManualValidation(true);
        errors.field("email", to);
        var send = new Button(getTranslation("invoice.send-again"), clicked -> {
            errors.clear();
            if (invoices.sendAgain(actor, invoice.id(), to.getValue().strip())
                    instanceof Outcome.Refused<Invoice> refused) {
                errors.show(refused.reasons());
            } else {
                Toast.good(getTranslation("invoice.sent"));
            }
        });
        send.setId("send-again");
        var row = new Div(to, send);
        row.addClassName("row");
        row.getStyle().set("align-items", "flex-end");
        return new Card(getTranslation("invoice.send-again.title"), errors, row);
    }

    private Card parcel(Shipment shipment) {
        var card = new Card(
                getTranslation("shipment.title"),
                new Facts()
                        .fact(getTranslation("shipment.state"), getTranslation("shipment-state." + shipment.state()))
                        .fact(
                                getTranslation("shipment.waybill"),
                                new Copyable(Objects.requireNonNullElse(shipment.waybill(), "")))
                        .fact(getTranslation("shipment.freight"), getTranslation("shipment.collect")));
        if (!shipment.route().isEmpty()) {
            var route = new Div();
            route.addClassName("list");
            shipment.route()
                    .forEach(step -> route.add(
                            new Div(new Span(Format.dateTime(step.at())), new Span(step.place() + " " + step.text()))));
            card.add(route);
        }
        return card;
    }
}
