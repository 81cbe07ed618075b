package org.yanqi.process.worklist;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Completes a work item and lets its process go on, in the caller's transaction; called by use cases, not by forms. */
@Service
public class CompleteWorkItem {
    /**
     * @throws NotAllowed if the actor is not of the group, or somebody else has claimed it
     * @return refused with {@code work-item-ended} if somebody was faster
     */
    public Outcome<WorkItem> complete(Actor actor, UUID id, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }
}
