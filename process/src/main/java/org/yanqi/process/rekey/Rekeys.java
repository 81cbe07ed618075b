package org.yanqi.process.rekey;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.rekey.model.KeyUpdates;

/** Reads how far updates came. */
@Service
public class Rekeys {
    private final KeyUpdates updates;
    private final Orders orders;
    private final Certificates certificates;

    public Rekeys(KeyUpdates updates, Orders orders, Certificates certificates) {
        this.updates = updates;
        this.orders = orders;
        this.certificates = certificates;
    }

    /** @throws NotFound if there is no such item that this actor may see */
    @Transactional(readOnly = true)
    public Rekey one(Actor actor, UUID item) {
        Order order = orders.withItem(item);
        actor.requireOrganisation(order.organisation());
        OrderItem ordered = order.items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new NotFound("no such item"));
        if (actor.isCustomer()) {
            certificates.one(actor, ordered.certificate());
        }
        return view(order, ordered);
    }

    /** One for each item of the case's order, in the order's order; empty before the order. */
    @Transactional(readOnly = true)
    public List<Rekey> ofCase(UUID caseId) {
        return orders.ofCase(caseId).stream()
                .flatMap(order -> order.items().stream().map(item -> view(order, item)))
                .toList();
    }

    private Rekey view(Order order, OrderItem item) {
        return updates.findById(item.id())
                .map(KeyUpdate::view)
                .orElseGet(() -> new Rekey(
                        item.id(),
                        order.caseId(),
                        item.certificate(),
                        null,
                        RekeyStage.WAITING_FOR_KEY,
                        null,
                        null,
                        null,
                        null,
                        Stream.of(order.paid(), order.placed())
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElseThrow()));
    }
}
