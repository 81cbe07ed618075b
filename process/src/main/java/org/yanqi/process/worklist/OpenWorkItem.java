package org.yanqi.process.worklist;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.calendar.WorkingDays;
import org.yanqi.process.worklist.Describer.Description;
import org.yanqi.process.worklist.model.NewWorkItem;
import org.yanqi.process.worklist.model.WorkItems;

/** Lists work that stands in no model: something of the house's own that only a person can bring to an end. */
@Service
public class OpenWorkItem {
    private final WorkItems items;
    private final WorkingDays calendar;
    private final Clock clock;

    OpenWorkItem(WorkItems items, WorkingDays calendar, Clock clock) {
        this.items = items;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * In the caller's transaction; does nothing while there is an open one of this kind about the same.
     *
     * @param subject id of what it is about
     * @param title as it stands in the queue
     * @param days working days until it is due
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(
            String kind, String group, String room, String subject, @Nullable UUID caseId, String title, int days) {
        if (items.open(kind, subject).isPresent()) {
            return;
        }
        var now = clock.instant();
        var due = calendar.after(now, days);
        items.add(new NewWorkItem(
                kind,
                "desk/" + kind,
                group,
                room,
                subject,
                caseId,
                new Description(title, null, null, ""),
                now,
                due.at(),
                due.provisional(),
                null,
                null,
                null));
    }
}
