package org.yanqi.process.renewal;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.model.RenewalRow;
import org.yanqi.process.renewal.model.RenewalRows;

/** Who may see a case and who may walk it; a case of another organisation does not exist for a customer. */
@Component
class RenewalAccess {
    private final RenewalRows rows;
    private final Orders orders;

    RenewalAccess(RenewalRows rows, Orders orders) {
        this.rows = rows;
        this.orders = orders;
    }

    /** @throws NotFound if there is none that this actor may see */
    RenewalRow seen(Actor actor, UUID renewal) {
        var row = rows.findById(renewal).orElseThrow(RenewalAccess::none);
        if (actor.isCustomer() && !(isOwn(actor, row) || holdsOrdered(actor, row))) {
            throw none();
        }
        return row;
    }

    /**
     * Locks a case for a step of its customer, or of customer service on the customer's behalf.
     *
     * @throws NotFound if there is none that this actor may walk
     */
    RenewalRow walked(Actor actor, UUID renewal) {
        if (!actor.isCustomer()) {
            actor.require(Role.CUSTOMER_SERVICE);
        }
        var row = locked(renewal);
        if (actor.isCustomer() && !isOwn(actor, row)) {
            throw none();
        }
        return row;
    }

    /** Locks a case for a job. */
    RenewalRow locked(UUID renewal) {
        return rows.lock(renewal).orElseThrow(RenewalAccess::none);
    }

    private static boolean isOwn(Actor actor, RenewalRow row) {
        return row.organisation().equals(actor.organisation())
                && (actor.role() == Role.ORGANISATION_ADMINISTRATOR
                        || row.person() != null && row.person().equals(actor.person()));
    }

    /** A holder sees the case in which the organisation renews the holder's certificate. */
    private boolean holdsOrdered(Actor actor, RenewalRow row) {
        return row.organisation().equals(actor.organisation())
                && orders.ofCase(row.id()).stream()
                        .flatMap(order -> order.items().stream())
                        .anyMatch(item -> item.holder().equals(actor.person()));
    }

    private static NotFound none() {
        return new NotFound("renewal");
    }
}
