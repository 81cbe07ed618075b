package org.yanqi.process.rekey;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** Lets the process follow what happened at the key: completes the holder's step, and the desk's when the holder mended it alone. */
@Component
class GoOn {
    private static final Actor SYSTEM = Actor.system("rekey");

    private final SearchWorkItems search;
    private final CompleteWorkItem complete;
    private final AppendToRecord record;

    GoOn(SearchWorkItems search, CompleteWorkItem complete, AppendToRecord record) {
        this.search = search;
        this.complete = complete;
        this.record = record;
    }

    /** @return false if the process does not stand where a request can be taken */
    boolean withRequest(KeyUpdate update) {
        leaveDesk(update, "retry");
        return complete("update-key", update.item(), Map.of());
    }

    /**
     * The desk is left behind if it was asked; outcome as the desk would have chosen it.
     *
     * @return false if the desk was not asked
     */
    boolean leaveDesk(KeyUpdate update, String outcome) {
        var asked = complete("settle-rekey-failure", update.item(), Map.of("outcome", outcome));
        if (asked) {
            record.append(
                    SYSTEM,
                    update.caseId(),
                    "item " + update.item(),
                    "rekey-taken-up-again",
                    Map.of("outcome", outcome));
        }
        return asked;
    }

    private boolean complete(String kind, UUID item, Map<String, Object> variables) {
        Optional<WorkItem> open = search.open(kind, item.toString());
        return open.isPresent()
                && complete.complete(SYSTEM, open.get().id(), variables) instanceof Outcome.Accepted<WorkItem>;
    }
}
