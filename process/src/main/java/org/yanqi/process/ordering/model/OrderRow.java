package org.yanqi.process.ordering.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.NaturalId;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.platform.Term;

/** An order with its items; refuses every step that its state does not allow and notes each one it takes. */
@Entity
@Table(name = "renewal_order")
public class OrderRow {
    private static final Set<ItemState> ENDED = Set.of(ItemState.RENEWED, ItemState.SETTLED, ItemState.REFUNDED);
    private static final Set<ItemState> REFUNDABLE = Set.of(ItemState.OWED, ItemState.SETTLED);

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private String number = "";

    @NaturalId
    private UUID caseId = new UUID(0, 0);

    private UUID organisation = new UUID(0, 0);
    private String organisationName = "";

    @Enumerated(EnumType.STRING)
    private OrderState state = OrderState.PLACED;

    private long fen;
    private Instant placed = Instant.EPOCH;
    private Instant payUntil = Instant.EPOCH;
    private @Nullable Instant paid;
    private @Nullable Instant ended;

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    private List<ItemRow> items = new ArrayList<>();

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    private List<TransitionRow> transitions = new ArrayList<>();

    protected OrderRow() {}

    /** A new order; its sum is that of its items. */
    public OrderRow(Order order) {
        this.id = order.id();
        this.number = order.number();
        this.caseId = order.caseId();
        this.organisation = order.organisation();
        this.organisationName = order.organisationName();
        this.placed = order.placed();
        this.payUntil = order.payUntil();
        for (var item : order.items()) {
            items.add(new ItemRow(this, items.size(), item));
        }
        this.fen = items.stream().mapToLong(one -> one.item().fen()).sum();
    }

    /** Paid once (R5); fixes the terms of all items (R3). */
    public void pay(Instant at) {
        refuseUnless(OrderState.PLACED);
        payFor(at);
    }

    /** Paid after it was closed or cancelled; finance accepted the money. */
    public void payLate(Instant at) {
        refuseUnless(OrderState.CLOSED, OrderState.CANCELLED);
        payFor(at);
    }

    private void payFor(Instant at) {
        move(OrderState.PAID, at);
        this.paid = at;
        this.ended = null;
        items.forEach(one -> {
            note(one, one.state().name(), ItemState.OWED.name(), at);
            one.owe(Term.dayOf(at));
        });
    }

    public void cancel(String reason, Instant at) {
        refuseUnless(OrderState.PLACED);
        stop(OrderState.CANCELLED, reason, at);
    }

    /** The payment window passed. */
    public void close(Instant at) {
        refuseUnless(OrderState.PLACED);
        stop(OrderState.CLOSED, "", at);
    }

    private void stop(OrderState end, String reason, Instant at) {
        move(end, at);
        this.ended = at;
        items.forEach(one -> endItem(one, ItemState.CANCELLED, reason, at));
    }

    /** Ends one item; the order is fulfilled with its last (R6, R8). A repeat of the same end changes nothing. */
    public void endItem(UUID item, ItemState end, String reason, Instant at) {
        var row =
                items.stream().filter(one -> one.id().equals(item)).findFirst().orElseThrow();
        if (row.state() == end) {
            return;
        }
        if (row.state() != ItemState.OWED || !ENDED.contains(end) || end == ItemState.REFUNDED) {
            throw new IllegalStateException("item " + item + " cannot go from " + row.state() + " to " + end);
        }
        endItem(row, end, reason, at);
        if (items.stream().allMatch(one -> ENDED.contains(one.state()))) {
            move(OrderState.FULFILLED, at);
            this.ended = at;
        }
    }

    /**
     * The money of these items goes back (R14): of those that are owed, or that staff settled without a certificate. The
     * order ends with its last item.
     *
     * @throws IllegalStateException if one of them is renewed, or was refunded before
     */
    public void refundItems(Set<UUID> refunded, String reason, Instant at) {
        refuseUnless(OrderState.PAID, OrderState.FULFILLED);
        for (var item : refunded) {
            var row = items.stream()
                    .filter(one -> one.id().equals(item))
                    .findFirst()
                    .orElseThrow();
            if (!REFUNDABLE.contains(row.state())) {
                throw new IllegalStateException("item " + item + " is " + row.state() + " and cannot be refunded");
            }
            endItem(row, ItemState.REFUNDED, reason, at);
        }
        if (items.stream().allMatch(one -> one.state() == ItemState.REFUNDED)) {
            move(OrderState.REFUNDED, at);
            this.ended = at;
        } else if (state == OrderState.PAID && items.stream().allMatch(one -> ENDED.contains(one.state()))) {
            move(OrderState.FULFILLED, at);
            this.ended = at;
        }
    }

    private void endItem(ItemRow row, ItemState end, String reason, Instant at) {
        note(row, row.state().name(), end.name(), at);
        row.end(end, reason, at);
    }

    private void refuseUnless(OrderState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new IllegalStateException("order " + number + " is " + state);
        }
    }

    private void move(OrderState next, Instant at) {
        note(null, state.name(), next.name(), at);
        this.state = next;
    }

    private void note(@Nullable ItemRow item, String before, String after, Instant at) {
        transitions.add(new TransitionRow(this, item == null ? null : item.id(), before, after, at));
    }

    public Order order() {
        var all = items.stream()
                .sorted(Comparator.comparingInt(ItemRow::place))
                .map(ItemRow::item)
                .toList();
        return new Order(id, number, caseId, organisation, organisationName, state, fen, placed, payUntil, paid, all);
    }

    public List<OrderItem> items() {
        return order().items();
    }
}
