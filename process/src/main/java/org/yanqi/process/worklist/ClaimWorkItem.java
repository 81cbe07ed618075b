package org.yanqi.process.worklist;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.model.WorkItems;
import org.yanqi.process.worklist.model.WorkItems.Handled;

/** Takes a work item, gives it back, or hands it to a colleague. */
@Service
@Transactional
public class ClaimWorkItem {
    private final WorkItems items;
    private final ObjectProvider<Colleagues> colleagues;
    private final AppendToRecord append;

    ClaimWorkItem(WorkItems items, ObjectProvider<Colleagues> colleagues, AppendToRecord append) {
        this.items = items;
        this.colleagues = colleagues;
        this.append = append;
    }

    /**
     * @return refused with {@code refusal.work-item-ended} or {@code refusal.work-item-taken} if somebody was faster
     * @throws NotAllowed if the actor is not of the group
     */
    public Outcome<WorkItem> claim(Actor actor, UUID id) {
        WorkItem item = locked(actor, id).item();
        Groups.requireWorker(actor, item);
        if (isEnded(item)) {
            return Outcome.refused(Refusal.of("refusal.work-item-ended"));
        }
        if (item.assignee() != null && !item.assignee().equals(actor.account())) {
            return Outcome.refused(Refusal.of("refusal.work-item-taken", nameOfAssignee(item)));
        }
        if (item.assignee() == null) {
            items.assign(id, actor.account(), actor.name());
            record(actor, item, "work-item-claimed", Map.of("kind", item.kind()));
        }
        return Outcome.accepted(reread(id));
    }

    /** By the assignee, or by a supervisor for anybody. */
    public Outcome<WorkItem> release(Actor actor, UUID id, String reason) {
        WorkItem item = locked(actor, id).item();
        requireHolder(actor, item);
        if (isEnded(item)) {
            return Outcome.refused(Refusal.of("refusal.work-item-ended"));
        }
        items.assign(id, null, null);
        record(actor, item, "work-item-released", Map.of("kind", item.kind(), "reason", reason));
        return Outcome.accepted(reread(id));
    }

    /** By the assignee, or by a supervisor for anybody. */
    public Outcome<WorkItem> transfer(Actor actor, UUID id, String toAccount, String reason) {
        WorkItem item = locked(actor, id).item();
        requireHolder(actor, item);
        if (isEnded(item)) {
            return Outcome.refused(Refusal.of("refusal.work-item-ended"));
        }
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.at("reason", "refusal.reason-missing"));
        }
        Optional<Actor> colleague =
                Optional.ofNullable(colleagues.getIfAvailable()).flatMap(known -> known.find(toAccount));
        if (colleague.isEmpty() || !Groups.worksOn(colleague.get(), item)) {
            return Outcome.refused(Refusal.at("toAccount", "refusal.transfer-to-nobody", toAccount));
        }
        items.assign(id, toAccount, colleague.get().name());
        record(
                actor,
                item,
                "work-item-transferred",
                Map.of("kind", item.kind(), "to", colleague.get().name(), "reason", reason));
        return Outcome.accepted(reread(id));
    }

    private Handled locked(Actor actor, UUID id) {
        return items.lock(id)
                .filter(handled -> Groups.sees(actor, handled.item()))
                .orElseThrow(() -> new NotFound("work item " + id));
    }

    private static void requireHolder(Actor actor, WorkItem item) {
        if (!actor.is(Role.SUPERVISOR) && !actor.account().equals(item.assignee())) {
            throw new NotAllowed(actor.account() + " does not hold this work item");
        }
    }

    static boolean isEnded(WorkItem item) {
        return item.state() == WorkItemState.DONE || item.state() == WorkItemState.CANCELLED;
    }

    private static String nameOfAssignee(WorkItem item) {
        return item.assigneeName() == null ? "" : item.assigneeName();
    }

    private WorkItem reread(UUID id) {
        return items.find(id).orElseThrow(() -> new NotFound("work item " + id));
    }

    private void record(Actor actor, WorkItem item, String verb, Map<String, String> facts) {
        append.append(actor, item.caseId(), "work item " + item.id(), verb, facts);
    }
}
