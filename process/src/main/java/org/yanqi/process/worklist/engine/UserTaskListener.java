package org.yanqi.process.worklist.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.calendar.WorkingDays;
import org.yanqi.process.worklist.WorkItemState;
import org.yanqi.process.worklist.model.NewWorkItem;
import org.yanqi.process.worklist.model.WorkItems;

/** Lists a user task as a work item when it is created, and ends the item with the task. */
@Component
class UserTaskListener implements TaskListener {
    private final WorkItems items;
    private final Descriptions descriptions;
    private final WorkingDays calendar;
    private final Clock clock;

    UserTaskListener(WorkItems items, Descriptions descriptions, WorkingDays calendar, Clock clock) {
        this.items = items;
        this.descriptions = descriptions;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> list(task);
            case EVENTNAME_COMPLETE -> items.endTask(task.getId(), WorkItemState.DONE, clock.instant());
            case EVENTNAME_DELETE -> items.endTask(task.getId(), WorkItemState.CANCELLED, clock.instant());
            default -> {
                // assigning and changing a due date happen in the worklist, not in the engine
            }
        }
    }

    private void list(DelegateTask task) {
        String process = ((TaskEntity) task).getProcessDefinition().getKey();
        String key = task.getExecution().getProcessBusinessKey();
        String businessKey = key == null ? task.getProcessInstanceId() : key;
        UUID caseId = Descriptions.caseId(task.getExecution().getVariable("caseId"));
        Instant due = dueOf(task);
        items.add(new NewWorkItem(
                task.getTaskDefinitionKey(),
                formOf(task),
                groupOf(task),
                process,
                businessKey,
                caseId,
                descriptions.of(process, businessKey, caseId),
                clock.instant(),
                due,
                !calendar.isKnown(due.atZone(Shanghai.ZONE).getYear()),
                task.getId(),
                null,
                starter(task)));
    }

    /** Whoever wished the process is named in a variable; who did the work before this is known to the list. */
    private static @Nullable String starter(DelegateTask task) {
        return task.getExecution().getVariable("startedBy") instanceof String account ? account : null;
    }

    private static Instant dueOf(DelegateTask task) {
        if (task.getDueDate() == null) {
            throw new IllegalStateException("user task " + task.getTaskDefinitionKey() + " has no due date");
        }
        return task.getDueDate().toInstant();
    }

    private static String groupOf(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "user task " + task.getTaskDefinitionKey() + " has no candidate group"));
    }

    private static String formOf(DelegateTask task) {
        Expression form = ((TaskEntity) task).getTaskDefinition().getFormKey();
        if (form == null) {
            throw new IllegalStateException("user task " + task.getTaskDefinitionKey() + " has no form");
        }
        return form.getExpressionText();
    }
}
