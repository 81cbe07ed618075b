package org.yanqi.app.money;

import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.invoicing.HandleInvoice;
import org.yanqi.process.invoicing.Invoice;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.InvoiceKind;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.record.Actor;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.signal.Signals;

/** What tests of invoices share: a paid case whose invoice is under way, and how it stands. */
abstract class WithInvoices extends WithMoney {
    private static final Actor SYSTEM = Actor.system("test");
    static final InvoiceTitle TITLE = new InvoiceTitle(
            null,
            InvoiceTitle.Type.ENTERPRISE,
            "沈阳某公司",
            "91330100799655058B",
            "沈阳市和平区 1 号",
            "024-12345678",
            "中国银行沈阳分行",
            "6222000011112222");

    static final InvoiceChoice ELECTRONIC =
            new InvoiceChoice(true, InvoiceKind.ELECTRONIC_ORDINARY, TITLE, "buyer@example.org", null, null);

    @Autowired
    Invoices invoices;

    @Autowired
    HandleInvoice handle;

    @Autowired
    Signals signals;

    record Case(Waiting waiting, Invoice invoice) {
        UUID id() {
            return invoice.id();
        }
    }

    Case start(InvoiceChoice choice) {
        var waiting = waiting(Channel.WECHAT);
        var invoice = invoices.ask(SYSTEM, waiting.renewal(), waiting.order().id(), choice);
        signals.start(
                Processes.INVOICING,
                invoice.id().toString(),
                Map.of(
                        "caseId",
                        waiting.renewal().toString(),
                        "kind",
                        choice.kind() == InvoiceKind.PAPER_SPECIAL ? "paper" : "electronic"));
        return new Case(waiting, invoice);
    }

    Invoice now(Case one) {
        return invoices.one(FINANCE, one.id());
    }

    void await(Case one, InvoiceState state) {
        Awaitility.await().until(() -> now(one).state() == state);
    }
}
