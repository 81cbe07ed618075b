package org.yanqi.process.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.engine.EngineTasks;
import org.yanqi.process.worklist.model.WorkItems;
import org.yanqi.process.worklist.model.WorkItems.Handled;

/** Completes a work item and lets its process go on, in the caller's transaction; called by use cases, not by forms. */
@Service
public class CompleteWorkItem {
    private final WorkItems items;
    private final EngineTasks engine;
    private final Clock clock;

    CompleteWorkItem(WorkItems items, EngineTasks engine, Clock clock) {
        this.items = items;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * @throws NotAllowed if the actor is not of the group, or somebody else has claimed it
     * @throws NotFound if there is none that this actor may see
     * @return refused with {@code refusal.work-item-ended} if somebody was faster
     */
    @Transactional
    public Outcome<WorkItem> complete(Actor actor, UUID id, Map<String, Object> variables) {
        Handled handled = items.lock(id)
                .filter(found -> Groups.sees(actor, found.item()))
                .orElseThrow(() -> new NotFound("work item " + id));
        WorkItem item = handled.item();
        Groups.requireWorker(actor, item);
        if (ClaimWorkItem.isEnded(item)) {
            return Outcome.refused(Refusal.of("refusal.work-item-ended"));
        }
        // what the holder mended at the key ends the desk's work, whoever has taken it
        boolean taken = item.assignee() != null && !item.assignee().equals(actor.account());
        if (taken && !actor.is(Role.SYSTEM)) {
            throw new NotAllowed("claimed by " + item.assignee());
        }
        var stuck = handled.job() != null || handled.externalTask() != null;
        if (stuck) {
            throw new IllegalArgumentException("an incident ends by a retry, not by completing it");
        }
        Instant now = clock.instant();
        items.end(id, WorkItemState.DONE, now, actor.account());
        // work that stands in no model has nobody to go on
        if (handled.task() != null) {
            engine.complete(handled.task(), variables);
        }
        return Outcome.accepted(item.done(now, actor.account()));
    }
}
