package org.yanqi.process.renewal;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.worklist.WorkItem;

/** Ends the work item that asks customer service why a case drags on. */
@Service
public class ChaseRenewal {
    public Outcome<WorkItem> chased(Actor actor, UUID workItem, String finding) {
        throw new UnsupportedOperationException();
    }
}
