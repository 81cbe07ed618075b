package org.yanqi.process.renewal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.renewal.model.RenewalRow;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;

/** What every step of the customer has in common: the case is locked, stands at the step, is checked, kept, recorded and goes on. */
@Component
class TakeStep {
    private final RenewalAccess access;
    private final ShowRenewal show;
    private final SearchWorkItems workItems;
    private final CompleteWorkItem completion;
    private final AppendToRecord log;

    TakeStep(
            RenewalAccess access,
            ShowRenewal show,
            SearchWorkItems workItems,
            CompleteWorkItem completion,
            AppendToRecord log) {
        this.access = access;
        this.show = show;
        this.workItems = workItems;
        this.completion = completion;
        this.log = log;
    }

    /** What is written on the record, and the words the model's gateways read. */
    record Said(String verb, Map<String, String> facts, Map<String, Object> variables) {}

    /**
     * Takes a step.
     *
     * @param checkAndKeep refuses with reasons, or keeps the choice on the row and answers an empty list
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public Outcome<RenewalView> take(
            Actor actor, UUID renewal, Step step, Function<RenewalRow, List<Refusal>> checkAndKeep, Said said) {
        var row = access.walked(actor, renewal);
        var item = workItems.open(step.id(), renewal.toString());
        if (item.isEmpty()) {
            return Outcome.refused(Refusal.of("refusal.step-passed"));
        }
        var reasons = checkAndKeep.apply(row);
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        log.append(actor, renewal, "renewal " + renewal, said.verb(), said.facts());
        if (completion.complete(actor, item.get().id(), said.variables()) instanceof Outcome.Refused<?> refused) {
            return Completion.refuse(refused);
        }
        return Outcome.accepted(show.view(row));
    }
}
