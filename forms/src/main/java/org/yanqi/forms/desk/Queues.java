package org.yanqi.forms.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** The queues of staff, and who works them. */
final class Queues {
    /** Steps of customers, with which staff help. */
    static final String CUSTOMER = "customer";

    private static final Map<String, Role> WORKERS = new LinkedHashMap<>();

    static {
        WORKERS.put("customer-service", Role.CUSTOMER_SERVICE);
        WORKERS.put("finance", Role.FINANCE);
        WORKERS.put("supervisor", Role.SUPERVISOR);
    }

    private Queues() {}

    /** The queues on this person's desk; a supervisor oversees all. */
    static List<String> of(Actor actor) {
        return WORKERS.keySet().stream()
                .filter(group -> actor.is(Role.SUPERVISOR, WORKERS.get(group)))
                .toList();
    }

    /** True if this person's work is in that queue, and not only the overseeing of it. */
    static boolean worksIn(Actor actor, String group) {
        var role = WORKERS.get(group);
        return role != null && actor.is(role);
    }

    /** The role that works a queue; customer service for the customers' own steps. */
    static Role worker(String group) {
        return WORKERS.getOrDefault(group, Role.CUSTOMER_SERVICE);
    }
}
