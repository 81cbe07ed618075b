package org.yanqi.process.worklist;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.engine.EngineTasks;
import org.yanqi.process.worklist.model.WorkItems;
import org.yanqi.process.worklist.model.WorkItems.Handled;

/** Retries what ran out of attempts: gives the job or external task behind an incident's work item new attempts. */
@Service
public class ReopenIncident {
    private final WorkItems items;
    private final EngineTasks engine;
    private final AppendToRecord append;

    ReopenIncident(WorkItems items, EngineTasks engine, AppendToRecord append) {
        this.items = items;
        this.engine = engine;
        this.append = append;
    }

    /** @return the ended work item; refused with {@code refusal.work-item-ended} if somebody was faster */
    @Transactional
    public Outcome<WorkItem> retry(Actor actor, UUID workItem) {
        Handled handled = items.lock(workItem)
                .filter(found -> Groups.sees(actor, found.item()))
                .orElseThrow(() -> new NotFound("work item " + workItem));
        WorkItem item = handled.item();
        if (!actor.is(Role.SUPERVISOR)) {
            Groups.requireWorker(actor, item);
        }
        if (ClaimWorkItem.isEnded(item)) {
            return Outcome.refused(Refusal.of("refusal.work-item-ended"));
        }
        if (handled.job() != null) {
            engine.retryJob(handled.job());
        } else if (handled.externalTask() != null) {
            engine.retryExternalTask(handled.externalTask());
        } else {
            throw new IllegalArgumentException("not an incident: " + item.kind());
        }
        append.append(actor, item.caseId(), "work item " + item.id(), "incident-retried", Map.of("at", item.title()));
        return Outcome.accepted(items.find(workItem).orElseThrow(() -> new NotFound("work item " + workItem)));
    }
}
