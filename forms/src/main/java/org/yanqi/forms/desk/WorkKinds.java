package org.yanqi.forms.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** The kinds of work of each queue, as the models name them. */
final class WorkKinds {
    static final String INCIDENT = "incident";

    private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(
                "customer-service",
                List.of(
                        "settle-rekey-failure",
                        "handle-open-bid",
                        "review-lapsed",
                        "chase-renewal",
                        "letter-undelivered",
                        INCIDENT));
        KINDS.put(
                "finance",
                List.of(
                        "decide-exception",
                        "record-transfer",
                        "issue-paper-invoice",
                        "dispatch-invoice",
                        "hand-over-invoice",
                        "handle-rejection",
                        "chase-invoice",
                        "chase-shipment",
                        "sign-off-day",
                        "handle-missing-bill",
                        "settle-correction",
                        "record-red-letter",
                        INCIDENT));
        KINDS.put(
                "supervisor",
                List.of(
                        "approve-refund",
                        "approve-transfer",
                        "approve-dismissal",
                        "approve-order-refund",
                        "approve-settlement",
                        "approve-key-recovery",
                        "approve-revocation"));
    }

    private WorkKinds() {}

    static List<String> workedBy(Actor actor) {
        return Queues.of(actor).stream()
                .flatMap(group -> KINDS.getOrDefault(group, List.of()).stream())
                .distinct()
                .toList();
    }

    /** The queues this person may look into, the customers' own steps included where staff help with them. */
    static List<String> groupsSeenBy(Actor actor) {
        var groups = new ArrayList<>(Queues.of(actor));
        if (actor.is(Role.CUSTOMER_SERVICE, Role.SUPERVISOR)) {
            groups.add(Queues.CUSTOMER);
        }
        return groups;
    }
}
