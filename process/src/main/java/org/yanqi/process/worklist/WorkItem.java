package org.yanqi.process.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do, as lists and forms see it.
 *
 * @param kind id of the user task in its model, or {@code incident}
 * @param formKey the form that shows it
 * @param group customer, customer-service, finance or supervisor
 * @param businessKey of the process instance it belongs to (order item, invoice, exception …)
 * @param title what it is about in business words, as in {@code PLYQHB2026112210001 沈阳某某公司}
 * @param startedBy whose step or wish made it, if a person's did
 * @param provisional the deadline reaches a year without a calendar (R9)
 */
public record WorkItem(
        UUID id,
        String kind,
        String formKey,
        String group,
        WorkItemState state,
        String businessKey,
        @Nullable UUID caseId,
        @Nullable UUID organisation,
        @Nullable UUID person,
        String title,
        @Nullable String assignee,
        @Nullable String assigneeName,
        Instant created,
        @Nullable Instant due,
        boolean provisional,
        @Nullable Instant ended,
        @Nullable String endedBy,
        @Nullable String startedBy) {

    /** This item once somebody has done it. */
    WorkItem done(Instant at, String by) {
        return new WorkItem(
                id,
                kind,
                formKey,
                group,
                WorkItemState.DONE,
                businessKey,
                caseId,
                organisation,
                person,
                title,
                assignee,
                assigneeName,
                created,
                due,
                provisional,
                at,
                by,
                startedBy);
    }
}
