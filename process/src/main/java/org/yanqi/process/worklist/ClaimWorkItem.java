package org.yanqi.process.worklist;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Takes a work item, gives it back, or hands it to a colleague. */
@Service
public class ClaimWorkItem {
    public Outcome<WorkItem> claim(Actor actor, UUID id) {
        throw new UnsupportedOperationException();
    }

    public Outcome<WorkItem> release(Actor actor, UUID id, String reason) {
        throw new UnsupportedOperationException();
    }

    /** By the assignee, or by a supervisor for anybody. */
    public Outcome<WorkItem> transfer(Actor actor, UUID id, String toAccount, String reason) {
        throw new UnsupportedOperationException();
    }
}
