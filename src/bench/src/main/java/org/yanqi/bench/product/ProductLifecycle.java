package org.yanqi.bench.product;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.yanqi.bench.drive.Arrivals;
import org.yanqi.bench.sql.SqlMeter;
import org.yanqi.demo.sample.Walk;
import org.yanqi.process.invoicing.InvoiceChanged;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.invoicing.IssueInvoice;
import org.yanqi.process.notice.NoticesOf;
import org.yanqi.process.payment.AcceptEvent;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.ProvenEvent;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.ShowRenewal;
import org.yanqi.process.renewal.WalkRenewal;

/** One whole renewal of one certificate by the product's use cases, as the portal, the gateway, the agent and the tax channel call them. */
class ProductLifecycle {
    /** Letters take a moment after the last step; two thousand and four hundred looks of 25 milliseconds are a minute. */
    private static final int LOOKS = 2_400;

    private final Walk walk;
    private final WalkRenewal steps;
    private final ShowRenewal show;
    private final AcceptEvent inbox;
    private final KeyAgent agent;
    private final IssueInvoice asked;
    private final Invoices invoices;
    private final InvoiceChanged channel;
    private final NoticesOf notices;
    private final Arrivals arrivals;
    private final Clock clock;

    ProductLifecycle(
            Walk walk,
            WalkRenewal steps,
            ShowRenewal show,
            AcceptEvent inbox,
            KeyAgent agent,
            IssueInvoice asked,
            Invoices invoices,
            InvoiceChanged channel,
            NoticesOf notices,
            Arrivals arrivals,
            Clock clock) {
        this.walk = walk;
        this.steps = steps;
        this.show = show;
        this.inbox = inbox;
        this.agent = agent;
        this.asked = asked;
        this.invoices = invoices;
        this.channel = channel;
        this.notices = notices;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    void renew(Prepared prepared) throws InterruptedException, GeneralSecurityException {
        var company = prepared.company();
        var actor = company.actor();
        var certificate = company.main().id();
        var renewal = walk.drafted(actor, List.of(certificate));
        Walk.value(steps.declareOpenBids(actor, renewal, Map.of(certificate, true)));
        Walk.value(steps.confirmOrder(actor, renewal));
        var invoice =
                Walk.electronic(company.organisation(), company.administrator().email());
        var placed = Walk.value(steps.chooseInvoice(actor, renewal, invoice, Channel.WECHAT));
        pay(actor, renewal);
        var item = Objects.requireNonNull(placed.order()).items().get(0).id();
        agent.update(actor, item, prepared);
        issue(renewal);
        arrivals.await(renewal.toString(), "renewed");
        awaitLetters(renewal);
    }

    private void pay(Actor actor, UUID renewal) throws InterruptedException {
        arrivals.await(renewal.toString(), "await-payment");
        var payment = Objects.requireNonNull(show.one(actor, renewal).payment());
        inbox.accept(new ProvenEvent(
                "wechat",
                "bench-" + payment.number(),
                "payment",
                payment.number(),
                "42" + payment.number(),
                "SUCCESS",
                payment.fen(),
                clock.instant(),
                "bench",
                "{}"));
    }

    /** The tax channel says that something changed. */
    private void issue(UUID renewal) throws InterruptedException {
        var invoice = SqlMeter.unseen(() -> invoices.ofCase(renewal)).orElseThrow();
        arrivals.await(invoice.id().toString(), "await-invoice");
        var serial =
                SqlMeter.unseen(() -> asked.asked(invoice.id()).submission().serial());
        channel.changed(serial);
        arrivals.await(invoice.id().toString(), "delivered");
    }

    private void awaitLetters(UUID renewal) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            var letters = SqlMeter.unseen(() -> notices.caseOf(renewal));
            if (letters.stream().allMatch(letter -> letter.sent() != null)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
        throw new IllegalStateException("letters of " + renewal + " were not sent");
    }
}
