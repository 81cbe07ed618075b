package org.yanqi.process.worklist;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** Which role works, and which role sees, the queue of a group. */
final class Groups {
    static final String CUSTOMER = "customer";
    private static final Map<String, Role> WORKED_BY =
            Map.of("customer-service", Role.CUSTOMER_SERVICE, "finance", Role.FINANCE, "supervisor", Role.SUPERVISOR);

    private Groups() {}

    /** Queues that a member of staff sees: the own ones; supervisors and auditors see all, administrators none. */
    static Set<String> seenBy(Actor actor) {
        Set<String> seen = new TreeSet<>();
        if (actor.is(Role.SUPERVISOR, Role.AUDITOR, Role.SYSTEM)) {
            return all();
        }
        WORKED_BY.forEach((group, role) -> {
            if (actor.is(role)) {
                seen.add(group);
            }
        });
        if (actor.is(Role.CUSTOMER_SERVICE)) {
            // they help callers through their steps
            seen.add(CUSTOMER);
        }
        return seen;
    }

    static Set<String> all() {
        Set<String> all = new TreeSet<>(WORKED_BY.keySet());
        all.add(CUSTOMER);
        return all;
    }

    static boolean sees(Actor actor, WorkItem item) {
        if (actor.isCustomer()) {
            return item.group().equals(CUSTOMER) && isOwn(actor, item);
        }
        if (actor.is(Role.OUTSIDE)) {
            return item.group().equals(CUSTOMER);
        }
        return seenBy(actor).contains(item.group()) || actor.account().equals(item.startedBy());
    }

    /** An organisation's steps are its administrator's; a holder's are those that belong to this person alone. */
    private static boolean isOwn(Actor actor, WorkItem item) {
        if (item.organisation() == null || !item.organisation().equals(actor.organisation())) {
            return false;
        }
        return actor.is(Role.ORGANISATION_ADMINISTRATOR)
                || (item.person() != null && item.person().equals(actor.person()));
    }

    /** @throws NotAllowed if the actor is not of the group that does this work */
    static void requireWorker(Actor actor, WorkItem item) {
        if (!worksOn(actor, item)) {
            throw new NotAllowed(actor.account() + " does not work for " + item.group());
        }
    }

    static boolean worksOn(Actor actor, WorkItem item) {
        return item.group().equals(CUSTOMER)
                ? actor.is(Role.SYSTEM, Role.OUTSIDE, Role.CUSTOMER_SERVICE)
                        || (actor.isCustomer() && isOwn(actor, item))
                : actor.is(Role.SYSTEM) || actor.is(WORKED_BY.getOrDefault(item.group(), Role.SYSTEM));
    }
}
