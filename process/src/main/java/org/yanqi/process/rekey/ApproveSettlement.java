package org.yanqi.process.rekey;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.rekey.model.KeyUpdates;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/**
 * The second person's word on settling a paid certificate for good, without a new one and without a refund (R6). Money that goes back
 * goes the way of an order's refund instead, which ends the update by itself (R14).
 */
@Service
public class ApproveSettlement {
    private static final Role[] READERS = {
        Role.CUSTOMER_SERVICE, Role.FINANCE, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR
    };

    private final SearchWorkItems search;
    private final CompleteWorkItem complete;
    private final KeyUpdates updates;
    private final AppendToRecord record;
    private final Clock clock;

    ApproveSettlement(
            SearchWorkItems search, CompleteWorkItem complete, KeyUpdates updates, AppendToRecord record, Clock clock) {
        this.search = search;
        this.complete = complete;
        this.updates = updates;
        this.record = record;
        this.clock = clock;
    }

    /** What somebody wants to settle, and why. */
    public record Proposal(Rekey rekey, String decidedBy, String reason) {}

    /** @throws NotFound if nobody wants to settle this item */
    @Transactional(readOnly = true)
    public Proposal proposal(Actor actor, UUID item) {
        actor.require(READERS);
        return updates.findById(item)
                .flatMap(update ->
                        update.settlement().map(one -> new Proposal(update.view(), one.decidedBy(), one.reason())))
                .orElseThrow(() -> new NotFound("no settlement of " + item));
    }

    /**
     * Work item approve-settlement: with a yes the certificate is settled, with a no customer service finds another way.
     *
     * @param reason needed for a no
     * @throws NotAllowed to the one who decided
     */
    @Transactional
    public Outcome<Rekey> approve(Actor supervisor, UUID workItem, boolean approved, String reason) {
        supervisor.require(Role.SUPERVISOR);
        WorkItem work = search.one(supervisor, workItem);
        if (!work.kind().equals("approve-settlement")) {
            throw new NotFound("work item " + workItem + " is a " + work.kind());
        }
        KeyUpdate update = updates.lock(UUID.fromString(work.businessKey())).orElseThrow();
        if (supervisor.account().equals(update.settlement().orElseThrow().decidedBy())) {
            throw new NotAllowed(supervisor.account() + " decided and may not approve");
        }
        if (!approved && reason.isBlank()) {
            return Outcome.refused(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (complete.complete(supervisor, workItem, Map.of("approved", approved))
                instanceof Outcome.Refused<WorkItem> refused) {
            return Outcome.refused(refused.reasons());
        }
        if (approved) {
            update.settlementAgreed(supervisor.account(), clock.instant());
        } else {
            update.settlementDeclined(clock.instant());
        }
        record.append(
                supervisor,
                update.caseId(),
                "item " + update.item(),
                approved ? "settlement-approved" : "settlement-declined",
                Map.of("reason", reason.strip()));
        return Outcome.accepted(update.view());
    }
}
