package org.yanqi.process.renewal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.ordering.Orders.NewItem;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.model.Claims;
import org.yanqi.process.renewal.model.RenewalRow;

/** Makes an order of a draft, and ends what is not paid. Called by the model. */
@Service
public class OrderRenewal {
    private final RenewalAccess access;
    private final QuoteRenewal quotes;
    private final Orders orders;

    private final Entitlements entitlements;
    private final Claims claims;
    private final RenewalNotices notices;
    private final RenewalSettings settings;
    private final AppendToRecord log;
    private final Clock clock;

    OrderRenewal(
            RenewalAccess access,
            QuoteRenewal quotes,
            Orders orders,
            Entitlements entitlements,
            Claims claims,
            RenewalNotices notices,
            RenewalSettings settings,
            AppendToRecord log,
            Clock clock) {
        this.access = access;
        this.quotes = quotes;
        this.orders = orders;

        this.entitlements = entitlements;
        this.claims = claims;
        this.notices = notices;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /** Prices the draft by today's table and keeps the sum with it, in fen. */
    @Transactional
    public long price(Actor job, UUID caseId) {
        job.require(Role.SYSTEM);
        var row = access.locked(caseId);
        var total = quotes.quote(job, caseId, row.draft().platforms()).totalFen();
        row.price(total);
        return total;
    }

    /**
     * Places the order; prices are those of this day, copied onto it.
     *
     * @return how long it waits for its money
     */
    @Transactional
    public Duration place(Actor job, UUID caseId) {
        job.require(Role.SYSTEM);
        var row = access.locked(caseId);
        var quote = quotes.quote(job, caseId, row.draft().platforms());
        var items = quote.parts().stream()
                .map(part -> {
                    var pair = part.certificate();
                    var bound = entitlements.bound(pair.id(), pair.lastDay());
                    var chosen = row.draft().platforms().getOrDefault(pair.id(), Set.of());
                    return new NewItem(
                            pair.id(),
                            List.copyOf(bound),
                            List.copyOf(new TreeSet<>(chosen)),
                            part.price().totalFen());
                })
                .toList();
        var payUntil = clock.instant().plus(settings.paymentWindow());
        var order = orders.place(job, caseId, row.organisation(), items, payUntil);
        row.price(order.fen());
        row.ordered(clock.instant());
        row.foundBy(List.of(order.number()));
        notices.aboutOrder(row, order, "order-placed");
        return settings.paymentWindow();
    }

    /** Ends the draft or the unpaid order that its customer cancelled. */
    @Transactional
    public void cancel(Actor job, UUID caseId) {
        job.require(Role.SYSTEM);
        var known = orders.ofCase(caseId);
        known.ifPresent(order -> orders.lock(order.id()));
        var row = access.locked(caseId);
        var reason = row.cancelReason() == null ? "" : row.cancelReason();
        known.filter(order -> order.state() == OrderState.PLACED)
                .map(order -> orders.cancelled(job, order.id(), reason))
                .ifPresent(order -> notices.aboutOrder(row, order, "renewal-cancelled"));
        row.cancelled(clock.instant());
        release(row);
        log.append(job, caseId, "renewal " + caseId, "renewal-cancelled", Map.of());
    }

    /** Closes the order whose payment window passed. */
    @Transactional
    public void close(Actor job, UUID caseId) {
        job.require(Role.SYSTEM);
        var order = orders.lock(orders.ofCase(caseId).orElseThrow().id());
        if (clock.instant().isBefore(order.payUntil())) {
            throw new IllegalStateException("order " + order.number() + " may be paid until " + order.payUntil());
        }
        var row = access.locked(caseId);
        orders.closed(job, order.id());
        row.closed(clock.instant());
        release(row);
    }

    /** True if nobody touched the draft for as long as drafts are kept; the timer only wakes. */
    @Transactional(readOnly = true)
    public boolean isAbandoned(Actor job, UUID caseId) {
        var row = access.seen(job, caseId);
        return row.state() == RenewalState.DRAFT
                && !clock.instant().isBefore(row.touched().plus(settings.draftKept()));
    }

    /** Ends a draft that nobody touches. */
    @Transactional
    public void abandon(Actor job, UUID caseId) {
        job.require(Role.SYSTEM);
        var row = access.locked(caseId);
        row.abandoned(clock.instant());
        release(row);
        log.append(job, caseId, "renewal " + caseId, "draft-abandoned", Map.of());
    }

    private void release(RenewalRow row) {
        claims.releaseAllBut(row.id(), List.of());
    }
}
