package org.yanqi.process.worklist;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Retries what ran out of attempts: gives the job or external task behind an incident's work item new attempts. */
@Service
public class ReopenIncident {
    public Outcome<WorkItem> retry(Actor actor, UUID workItem) {
        throw new UnsupportedOperationException();
    }
}
