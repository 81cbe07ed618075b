package org.yanqi.process.renewal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.invoicing.FollowRefund;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.Refund;
import org.yanqi.process.payment.RefundOrderMoney;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.EndRefunded;
import org.yanqi.process.renewal.model.Claims;
import org.yanqi.process.renewal.model.OrderRefundRow;
import org.yanqi.process.renewal.model.OrderRefundRows;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/** What an approved refund ends: items, key updates, terms of service; and the refund itself once the money is back. */
@Service
public class SettleRefund {
    private final OrderRefundRows refunds;
    private final RefundOrderMoney money;
    private final RenewalAccess access;
    private final Orders orders;
    private final EndRefunded rekeys;
    private final TakeBackTerms terms;
    private final FollowRefund invoices;
    private final Claims claims;
    private final RenewalNotices notices;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    SettleRefund(
            OrderRefundRows refunds,
            RefundOrderMoney money,
            RenewalAccess access,
            Orders orders,
            EndRefunded rekeys,
            TakeBackTerms terms,
            FollowRefund invoices,
            Claims claims,
            RenewalNotices notices,
            Signals signals,
            AppendToRecord log,
            Clock clock) {
        this.refunds = refunds;
        this.money = money;
        this.access = access;
        this.orders = orders;
        this.rekeys = rekeys;
        this.terms = terms;
        this.invoices = invoices;
        this.claims = claims;
        this.notices = notices;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    /**
     * In the transaction of the approval, behind the order's lock: settles the items as refunded, ends their key updates,
     * takes back their terms, and draws the number under which the money goes back.
     *
     * @throws IllegalStateException if one of the items cannot be refunded any more; the approval is rolled back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settleItems(Actor job, UUID refund) {
        job.require(Role.SYSTEM);
        var row = row(refund);
        var before = orders.lock(row.order());
        for (var item : before.items()) {
            if (row.items().contains(item.id())) {
                rekeys.end(row.caseId(), item);
                claims.release(row.caseId(), item.certificate());
                terms.of(job, before, item);
            }
        }
        var after = orders.itemsRefunded(job, row.order(), row.items(), row.reason());
        money.ask(job, refund, row.order(), row.fen());
        if (before.state() == OrderState.PAID
                && after.state() != OrderState.PAID
                && !signals.correlate(Messages.RENEWAL_SETTLED, row.caseId().toString(), Map.of())) {
            throw new IllegalStateException("renewal " + row.caseId() + " does not wait to be settled");
        }
    }

    /** The invoice follows what the order still is worth. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correctInvoice(Actor job, UUID refund) {
        job.require(Role.SYSTEM);
        var order = orders.one(row(refund).order());
        var rest = order.items().stream()
                .filter(item -> item.state() != ItemState.REFUNDED)
                .mapToLong(OrderItem::fen)
                .sum();
        invoices.follow(job, order.id(), rest);
    }

    /** The money is back: whoever began the renewal hears of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(Actor job, UUID refund) {
        job.require(Role.SYSTEM);
        var row = row(refund);
        notices.refunded(access.locked(row.caseId()), orders.one(row.order()), row.view(null));
    }

    /** All that follows is done, or an exception has what is left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(Actor job, UUID refund) {
        job.require(Role.SYSTEM);
        var row = row(refund);
        var succeeded =
                money.of(refund).map(Refund::state).filter("SUCCEEDED"::equals).isPresent();
        row.end(succeeded, clock.instant());
        log.append(
                job,
                row.caseId(),
                "refund " + refund,
                succeeded ? "order-refund-completed" : "order-refund-handed-over",
                Map.of("fen", Long.toString(row.fen())));
    }

    private OrderRefundRow row(UUID id) {
        return refunds.findById(id).orElseThrow(() -> new NotFound("refund " + id));
    }
}
