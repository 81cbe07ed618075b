package org.yanqi.demo.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.operator.OperatorCreationException;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.PaymentExceptions;
import org.yanqi.process.rekey.AgentReports;
import org.yanqi.process.rekey.ConfirmCertificate;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.RequestCertificate;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.rekey.port.TicketSeal;
import org.yanqi.process.renewal.Step;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** Cases at all stages, so that each queue of the desk has something in it. */
@Component
class SampleCases {
    private final Walk walk;
    private final PhonePays phone;
    private final PaymentExceptions exceptions;
    private final OpenTicket tickets;
    private final TicketSeal seal;
    private final AgentReports reports;
    private final RequestCertificate requests;
    private final ConfirmCertificate confirmations;
    private final SearchWorkItems workItems;

    SampleCases(
            Walk walk,
            PhonePays phone,
            PaymentExceptions exceptions,
            OpenTicket tickets,
            TicketSeal seal,
            AgentReports reports,
            RequestCertificate requests,
            ConfirmCertificate confirmations,
            SearchWorkItems workItems) {
        this.walk = walk;
        this.phone = phone;
        this.exceptions = exceptions;
        this.tickets = tickets;
        this.seal = seal;
        this.reports = reports;
        this.requests = requests;
        this.confirmations = confirmations;
        this.workItems = workItems;
    }

    void drafted(Company company) {
        walk.drafted(company.actor(), List.of(company.main().id()));
    }

    void unpaid(Company company, Channel channel) throws InterruptedException {
        walk.ordered(company.actor(), List.of(company.main().id()), electronic(company), channel);
    }

    /** Paid, its key not updated yet. */
    Order paid(Company company, InvoiceChoice invoice, Channel channel) throws InterruptedException, IOException {
        var payment = walk.ordered(company.actor(), List.of(company.main().id()), invoice, channel);
        phone.pay(payment.code(), payment.fen());
        var view = walk.until(company.actor(), payment.caseId(), Step.UPDATE_KEY);
        return Optional.ofNullable(view.order()).orElseThrow();
    }

    /** Paid one yuan too much; {@code decided} leaves the supervisor to approve. */
    void overpaid(Company company, Channel channel, boolean decided) throws InterruptedException, IOException {
        var payment = walk.ordered(company.actor(), List.of(company.main().id()), electronic(company), channel);
        phone.pay(payment.code(), payment.fen() + 100);
        var finance = SampleStaff.staff("caiwu");
        var item = Until.present("a payment exception", () -> find(payment.caseId(), "decide-exception"));
        if (decided) {
            Walk.value(exceptions.decide(finance, item.id(), "match", "客户多付一元，认款并退回差额"));
        }
    }

    /** Its key reports that the PIN is locked; customer service has to unlock it. */
    void locked(Company company) throws InterruptedException, IOException {
        var order = paid(company, InvoiceChoice.none(), Channel.WECHAT);
        var ticket = ticket(company, order);
        reports.failed(ticket, "pin-locked", "0 tries left");
    }

    /** Renewed to the end with the sample's own key. */
    void renewed(Company company, Channel channel)
            throws InterruptedException, IOException, GeneralSecurityException, OperatorCreationException {
        var order = paid(company, electronic(company), channel);
        var ticket = ticket(company, order);
        var fresh = SampleKey.make();
        var old = Optional.ofNullable(company.keys().get(company.main().id())).orElseThrow();
        var request = fresh.request(company.main().subject());
        Walk.value(requests.request(ticket, request, old.sign(request)));
        var issued = Until.present("a certificate", () -> requests.result(ticket));
        var said = "yanqi-confirm\n" + ticket.origin() + "\n" + issued.nonce();
        Walk.value(confirmations.confirm(
                ticket, issued.signing(), issued.encryption(), fresh.sign(said.getBytes(StandardCharsets.UTF_8))));
    }

    private TicketClaims ticket(Company company, Order order) {
        var item = order.items().get(0).id();
        Walk.value(tickets.declareAgain(company.actor(), item, true));
        var token = Walk.value(tickets.open(company.actor(), item, "rekey", "http://localhost:8080"));
        return seal.open(token).orElseThrow();
    }

    private Optional<WorkItem> find(UUID caseId, String kind) {
        return workItems.ofCase(SampleStaff.staff("caiwu"), caseId).stream()
                .filter(item -> item.kind().equals(kind))
                .findFirst();
    }

    private static InvoiceChoice electronic(Company company) {
        return Walk.electronic(company.organisation(), company.administrator().email());
    }
}
