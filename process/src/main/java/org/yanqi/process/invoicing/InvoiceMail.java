package org.yanqi.process.invoicing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.account.Person;
import org.yanqi.process.invoicing.model.InvoiceFile;
import org.yanqi.process.invoicing.model.InvoiceFiles;
import org.yanqi.process.notice.SendNotice;

/** Writes to the customer about an invoice, in the caller's transaction. */
@Component
class InvoiceMail {
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("pdf", "application/pdf", "xml", "application/xml", "ofd", "application/ofd");

    private final SendNotice notices;
    private final Organisations organisations;
    private final InvoiceFiles files;

    InvoiceMail(SendNotice notices, Organisations organisations, InvoiceFiles files) {
        this.notices = notices;
        this.organisations = organisations;
        this.files = files;
    }

    /** The address given with the invoice, or those of the organisation's administrators. */
    List<String> addressees(Invoice invoice) {
        var email = invoice.email();
        if (email != null && !email.isBlank()) {
            return List.of(email);
        }
        return organisations.administrators(invoice.organisation()).stream()
                .map(Person::email)
                .filter(one -> !one.isBlank())
                .toList();
    }

    /** With the legal files as enclosures. */
    void issued(Invoice invoice, List<String> to, String once) {
        var enclosures = invoice.files().stream()
                .sorted()
                .map(kind -> files.findById(new InvoiceFile.Key(invoice.id(), kind))
                        .map(file -> new SendNotice.Enclosure(
                                name(invoice, kind),
                                MEDIA_TYPES.getOrDefault(kind, "application/octet-stream"),
                                file.content())))
                .flatMap(Optional::stream)
                .toList();
        send("invoice-issued", invoice, to, facts(invoice), enclosures, once);
    }

    void dispatched(Invoice invoice, List<String> to, String waybill) {
        var facts = facts(invoice);
        facts.put("waybill", waybill);
        send("invoice-dispatched", invoice, to, facts, List.of(), "invoice-dispatched:" + waybill);
    }

    private void send(
            String kind,
            Invoice invoice,
            List<String> to,
            Map<String, String> facts,
            List<SendNotice.Enclosure> enclosures,
            String once) {
        for (var address : to) {
            notices.send(
                    kind,
                    address,
                    Locale.SIMPLIFIED_CHINESE,
                    facts,
                    enclosures,
                    invoice.caseId(),
                    once + ":" + invoice.id() + ":" + address);
        }
    }

    private static Map<String, String> facts(Invoice invoice) {
        var facts = new HashMap<String, String>();
        facts.put("order", invoice.orderNumber());
        facts.put("number", numberOf(invoice));
        facts.put("title", invoice.title().name());
        facts.put(
                "amount",
                String.format(
                        Locale.ROOT,
                        "%d.%02d",
                        invoice.amounts().gross() / 100,
                        invoice.amounts().gross() % 100));
        facts.put("specimen", invoice.specimen() ? "样票" : "");
        return facts;
    }

    private static String numberOf(Invoice invoice) {
        var number = invoice.number();
        if (number != null) {
            return number;
        }
        var code = invoice.paperCode();
        var printed = invoice.paperNumber();
        return code == null || printed == null ? "" : code + " " + printed;
    }

    private static String name(Invoice invoice, String kind) {
        var mark = invoice.specimen() ? "-specimen" : "";
        return "invoice-" + invoice.orderNumber() + mark + "." + kind;
    }
}
