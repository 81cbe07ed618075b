package org.yanqi.process.worklist;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of work items asks for; empty sets mean any, but for staff the steps of customers only if asked for.
 *
 * @param text free text over business words: order number, tax number, name, serial, waybill
 */
public record WorkItemQuery(
        Set<String> groups,
        Set<String> kinds,
        Set<WorkItemState> states,
        Whose whose,
        @Nullable String text,
        @Nullable Instant dueBefore) {

    /** Whose work items. */
    public enum Whose {
        ANY,
        MINE,
        UNCLAIMED,
        DONE_BY_ME,
        STARTED_BY_ME
    }
}
