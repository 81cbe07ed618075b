package org.yanqi.process.ordering;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.ordering.model.OrderRow;
import org.yanqi.process.ordering.model.OrderRows;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Reads and moves orders; called by the renewal. A step that the order's state does not allow is an IllegalStateException. */
@Service
public class Orders {
    private static final Limit LONGEST_LIST = Limit.of(500);

    private final OrderRows rows;
    private final DrawNumber numbers;
    private final Certificates certificates;
    private final Organisations organisations;
    private final AppendToRecord log;
    private final Clock clock;

    Orders(
            OrderRows rows,
            DrawNumber numbers,
            Certificates certificates,
            Organisations organisations,
            AppendToRecord log,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.certificates = certificates;
        this.organisations = organisations;
        this.log = log;
        this.clock = clock;
    }

    /** What is ordered. */
    public record NewItem(UUID certificate, List<String> oldPlatforms, List<String> newPlatforms, long fen) {}

    /** Places a case's order; a case that has one keeps it. */
    @Transactional
    public Order place(Actor actor, UUID caseId, UUID organisation, List<NewItem> items, Instant payUntil) {
        actor.requireOrganisation(organisation);
        var known = rows.findByCaseId(caseId);
        if (known.isPresent()) {
            return known.get().order();
        }
        var copied = items.stream().map(item -> copy(actor, item)).toList();
        var total = items.stream().mapToLong(NewItem::fen).sum();
        var row = rows.save(new OrderRow(new Order(
                UUID.randomUUID(),
                numbers.order(),
                caseId,
                organisation,
                organisations.one(organisation).name(),
                OrderState.PLACED,
                total,
                clock.instant(),
                payUntil,
                null,
                copied)));
        append(actor, row.order(), "order-placed", Map.of("items", Integer.toString(items.size())));
        return row.order();
    }

    private OrderItem copy(Actor actor, NewItem item) {
        var pair = certificates.one(actor, item.certificate());
        return new OrderItem(
                UUID.randomUUID(),
                pair.id(),
                pair.holder(),
                pair.holderName(),
                pair.kind(),
                pair.vendor(),
                pair.keySerial(),
                pair.lastDay(),
                item.oldPlatforms(),
                item.newPlatforms(),
                item.fen(),
                null,
                null,
                ItemState.ORDERED);
    }

    @Transactional(readOnly = true)
    public Optional<Order> ofCase(UUID caseId) {
        return rows.findByCaseId(caseId).map(OrderRow::order);
    }

    @Transactional(readOnly = true)
    public Optional<Order> byNumber(String number) {
        return rows.findByNumber(number).map(OrderRow::order);
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Order one(UUID id) {
        return rows.findById(id).orElseThrow(() -> new NotFound("order")).order();
    }

    /** @throws NotFound if no order has this item */
    @Transactional(readOnly = true)
    public Order withItem(UUID item) {
        return rows.idWithItem(item)
                .flatMap(rows::findById)
                .orElseThrow(() -> new NotFound("order"))
                .order();
    }

    /** Locks the order's row first, before payment or engine. */
    @Transactional
    public Order lock(UUID id) {
        return locked(id).order();
    }

    /** As {@link #lock}, for the order that has this item. @throws NotFound if there is none */
    @Transactional
    public Order lockWithItem(UUID item) {
        return locked(rows.idWithItem(item).orElseThrow(() -> new NotFound("order")))
                .order();
    }

    /** Refuses a repeat (R5); fixes the terms (R3). */
    @Transactional
    public Order paid(Actor actor, UUID id, Instant at) {
        var row = locked(id);
        row.pay(at);
        append(actor, row.order(), "order-paid", Map.of("at", at.toString()));
        return row.order();
    }

    /** A closed or cancelled order counts as paid after all, because finance accepted late money (R5). */
    @Transactional
    public Order reopenedByLatePayment(Actor actor, UUID id, Instant at) {
        var row = locked(id);
        row.payLate(at);
        append(actor, row.order(), "order-reopened", Map.of("at", at.toString()));
        return row.order();
    }

    /** True if a closed or cancelled order could still be fulfilled: no other order has taken over one of its certificates. */
    @Transactional(readOnly = true)
    public boolean canBeReopened(UUID id) {
        var state = one(id).state();
        return (state == OrderState.CLOSED || state == OrderState.CANCELLED) && rows.othersOnSameCertificates(id) == 0;
    }

    @Transactional
    public Order cancelled(Actor actor, UUID id, String reason) {
        var row = locked(id);
        row.cancel(reason, clock.instant());
        append(actor, row.order(), "order-cancelled", Map.of("reason", reason));
        return row.order();
    }

    /** The payment window passed. */
    @Transactional
    public Order closed(Actor actor, UUID id) {
        var row = locked(id);
        row.close(clock.instant());
        append(
                actor,
                row.order(),
                "order-closed",
                Map.of("payUntil", row.order().payUntil().toString()));
        return row.order();
    }

    /** @param end RENEWED or SETTLED; the order is fulfilled with its last item (R6) */
    @Transactional
    public Order itemEnded(Actor actor, UUID item, ItemState end, String reason) {
        var row = locked(rows.idWithItem(item).orElseThrow(() -> new NotFound("order")));
        row.endItem(item, end, reason, clock.instant());
        var key = row.items().stream()
                .filter(one -> one.id().equals(item))
                .map(OrderItem::keySerial)
                .findFirst()
                .orElseThrow();
        append(
                actor,
                row.order(),
                end == ItemState.RENEWED ? "item-renewed" : "item-settled",
                Map.of("key", key, "reason", reason));
        return row.order();
    }

    /** The money of these items goes back (R14); the order ends with its last item. */
    @Transactional
    public Order itemsRefunded(Actor actor, UUID id, Set<UUID> items, String reason) {
        var row = locked(id);
        row.refundItems(items, reason, clock.instant());
        row.items().stream()
                .filter(one -> items.contains(one.id()))
                .forEach(one ->
                        append(actor, row.order(), "item-refunded", Map.of("key", one.keySerial(), "reason", reason)));
        return row.order();
    }

    /** Newest first; at most 500. */
    @Transactional(readOnly = true)
    public List<Order> placedBetween(Instant from, Instant until) {
        return rows.placedBetween(from, until, LONGEST_LIST).stream()
                .map(OrderRow::order)
                .toList();
    }

    /** The organisation's orders, newest first; a holder's are those with a certificate of theirs. At most 500. */
    @Transactional(readOnly = true)
    public List<Order> visibleTo(Actor actor) {
        if (!actor.isCustomer()) {
            return rows.latest(LONGEST_LIST).stream().map(OrderRow::order).toList();
        }
        var organisation = Objects.requireNonNull(actor.organisation(), "a customer acts for an organisation");
        var found = actor.role() == Role.ORGANISATION_ADMINISTRATOR
                ? rows.ofOrganisation(organisation, LONGEST_LIST)
                : rows.ofHolder(
                        organisation, Objects.requireNonNull(actor.person(), "a holder is a person"), LONGEST_LIST);
        return found.stream().map(OrderRow::order).toList();
    }

    /**
     * An order by its id.
     *
     * @throws NotFound if there is none that this actor may see
     */
    @Transactional(readOnly = true)
    public Order seen(Actor actor, UUID id) {
        var order = one(id);
        actor.requireOrganisation(order.organisation());
        var foreign = actor.role() == Role.HOLDER
                && order.items().stream().noneMatch(item -> item.holder().equals(actor.person()));
        if (foreign) {
            throw new NotFound("order");
        }
        return order;
    }

    private OrderRow locked(UUID id) {
        return rows.lock(id).orElseThrow(() -> new NotFound("order"));
    }

    private void append(Actor actor, Order order, String verb, Map<String, String> more) {
        var facts = new HashMap<String, String>(more);
        facts.put("order", order.number());
        facts.put("fen", Long.toString(order.fen()));
        log.append(actor, order.caseId(), "order " + order.number(), verb, facts);
    }
}
