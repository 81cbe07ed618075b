package org.yanqi.process.renewal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.PaymentState;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.platform.PlanTerms;
import org.yanqi.process.platform.PlatformChange;
import org.yanqi.process.platform.PlatformChange.Kind;
import org.yanqi.process.platform.TellPlatforms;
import org.yanqi.process.platform.Term;
import org.yanqi.process.platform.port.PlatformGateway.Update;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.model.Claims;
import org.yanqi.process.renewal.model.RenewalRow;

/** What follows the payment: terms, entitlements, and what the platforms are to be told. Called by the model; may be repeated. */
@Service
public class FulfilRenewal {
    private final RenewalAccess access;
    private final Orders orders;
    private final Payments payments;
    private final PlanTerms plans;
    private final Entitlements entitlements;
    private final TellPlatforms tellings;
    private final Certificates certificates;
    private final Organisations organisations;
    private final Claims claims;
    private final RenewalNotices notices;
    private final Clock clock;

    FulfilRenewal(
            RenewalAccess access,
            Orders orders,
            Payments payments,
            PlanTerms plans,
            Entitlements entitlements,
            TellPlatforms tellings,
            Certificates certificates,
            Organisations organisations,
            Claims claims,
            RenewalNotices notices,
            Clock clock) {
        this.access = access;
        this.orders = orders;
        this.payments = payments;
        this.plans = plans;
        this.entitlements = entitlements;
        this.tellings = tellings;
        this.certificates = certificates;
        this.organisations = organisations;
        this.claims = claims;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Counts the order as paid, fixes its terms (R3) and writes the entitlements (R2). The day of payment is that of the
     * money, not that of this job.
     *
     * @return true if an invoice is wanted
     */
    @Transactional
    public boolean activate(Actor job, UUID caseId) {
        job.require(Role.SYSTEM);
        var placed = orders.lock(orders.ofCase(caseId).orElseThrow().id());
        var row = access.locked(caseId);
        if (placed.paid() == null) {
            var at = paidAt(placed);
            var order = placed.state() == OrderState.PLACED
                    ? orders.paid(job, placed.id(), at)
                    : reopen(job, row, placed, at);
            row.paid(clock.instant());
            order.items().forEach(item -> activate(job, order, item, Term.dayOf(at)));
            notices.aboutOrder(row, order, "payment-received");
        }
        var invoice = row.draft().invoice();
        return invoice != null && invoice.wanted();
    }

    private Order reopen(Actor job, RenewalRow row, Order order, Instant at) {
        var held = claims.take(
                row.id(), order.items().stream().map(OrderItem::certificate).toList());
        if (!held.isEmpty()) {
            throw new IllegalStateException("order " + order.number() + " cannot be fulfilled any more");
        }
        return orders.reopenedByLatePayment(job, order.id(), at);
    }

    /** The first success counts; money that finance matched by hand has no attempt and counts from now. */
    private Instant paidAt(Order order) {
        return payments.ofOrder(order.id()).stream()
                .filter(payment -> payment.state() == PaymentState.SUCCEEDED)
                .map(Payment::paid)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }

    private void activate(Actor job, Order order, OrderItem item, LocalDate paid) {
        var changes =
                plans.plan(item.oldExpiry(), paid, Set.copyOf(item.oldPlatforms()), Set.copyOf(item.newPlatforms()));
        entitlements.activate(job, order.caseId(), "item:" + item.id(), item.certificate(), changes);
        var taxNumber = organisations.one(order.organisation()).taxNumber();
        var serial = certificates.one(job, item.certificate()).serial();
        var updates = new ArrayList<Update>();
        for (var change : changes) {
            var from = change.giftFrom() == null ? change.from() : change.giftFrom();
            if (from != null) {
                updates.add(new Update(
                        item.id() + ":" + change.platform(),
                        change.platform(),
                        taxNumber,
                        serial,
                        item.holderName(),
                        from,
                        change.until()));
            }
        }
        tellings.prepare(job, order.caseId(), updates);
        notices.activatePlatforms(order.caseId(), order, item, added(changes));
    }

    private static List<String> added(List<PlatformChange> changes) {
        return changes.stream()
                .filter(change -> change.kind() == Kind.ADDED)
                .map(PlatformChange::platform)
                .toList();
    }
}
