package org.yanqi.process.renewal;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** Ends the work item that asks customer service why a case drags on. */
@Service
public class ChaseRenewal {
    private final SearchWorkItems workItems;
    private final CompleteWorkItem completion;
    private final AppendToRecord log;

    ChaseRenewal(SearchWorkItems workItems, CompleteWorkItem completion, AppendToRecord log) {
        this.workItems = workItems;
        this.completion = completion;
        this.log = log;
    }

    /** @param finding what was found out, kept on the record */
    @Transactional
    public Outcome<WorkItem> chased(Actor actor, UUID workItem, String finding) {
        actor.require(Role.CUSTOMER_SERVICE);
        if (finding.isBlank()) {
            return Outcome.refused(Refusal.at("finding", "refusal.finding-missing"));
        }
        var item = workItems.one(actor, workItem);
        var completed = completion.complete(actor, workItem, Map.of());
        if (completed.isAccepted()) {
            log.append(
                    actor,
                    item.caseId(),
                    "renewal " + item.businessKey(),
                    "renewal-chased",
                    Map.of("finding", finding.strip()));
        }
        return completed;
    }
}
