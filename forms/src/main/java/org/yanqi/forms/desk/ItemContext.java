package org.yanqi.forms.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.worklist.WorkItem;

/**
 * What a form needs of the page around it.
 *
 * @param theCase the renewal it belongs to, if it belongs to one
 * @param done called when the work is done: the page goes back to the queue
 * @param redraw called when something changed that the page shows, but the work goes on
 */
public record ItemContext(
        Actor actor, WorkItem item, @Nullable CaseView theCase, Runnable done, Runnable redraw) {

    UUID id() {
        return item.id();
    }

    /** Id of what the process instance is about: exception, invoice, order item, review. */
    UUID subject() {
        return DeskWords.id(item.businessKey());
    }
}
