package org.yanqi.process.worklist.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.calendar.Deadline;
import org.yanqi.process.calendar.WorkingDays;
import org.yanqi.process.worklist.Describer.Description;
import org.yanqi.process.worklist.WorkItemState;
import org.yanqi.process.worklist.model.NewWorkItem;
import org.yanqi.process.worklist.model.NewWorkItem.Trouble;
import org.yanqi.process.worklist.model.WorkItems;

/** Lists a job or external task that ran out of attempts as a work item, so that every failure ends at a person. */
class TroubleHandler extends DefaultIncidentHandler {
    private static final String KIND = "incident";
    private static final int WORKING_DAYS = 1;
    /** Where money or tax stands still it is finance's to look at. */
    private static final Set<String> FINANCE =
            Set.of("invoicing", "payment-exception", "invoice-correction", "reconciliation");

    private static final Set<String> FINANCE_ACTIVITIES =
            Set.of("open-payment", "close-payment", "refund-payment", "ask-refund");

    private final WorkItems items;
    private final Descriptions descriptions;
    private final WorkingDays calendar;
    private final Clock clock;

    TroubleHandler(String type, WorkItems items, Descriptions descriptions, WorkingDays calendar, Clock clock) {
        super(type);
        this.items = items;
        this.descriptions = descriptions;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Incident handleIncident(IncidentContext context, @Nullable String message) {
        IncidentEntity incident = (IncidentEntity) super.handleIncident(context, message);
        list(context, incident.getId());
        return incident;
    }

    @Override
    public void resolveIncident(IncidentContext context) {
        end(context, WorkItemState.DONE);
        super.resolveIncident(context);
    }

    @Override
    public void deleteIncident(IncidentContext context) {
        end(context, WorkItemState.CANCELLED);
        super.deleteIncident(context);
    }

    private void end(IncidentContext context, WorkItemState state) {
        Context.getCommandContext()
                .getIncidentManager()
                .findIncidentByConfiguration(context.getConfiguration())
                .forEach(incident -> items.endIncident(incident.getId(), state, clock.instant()));
    }

    private void list(IncidentContext context, String incident) {
        @Nullable
        ExecutionEntity execution = context.getExecutionId() == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
        String process =
                execution == null ? "engine" : execution.getProcessDefinition().getKey();
        String key = execution == null ? null : execution.getProcessBusinessKey();
        String businessKey = key == null ? String.valueOf(context.getConfiguration()) : key;
        UUID caseId = execution == null ? null : Descriptions.caseId(execution.getVariable("caseId"));
        String activity = context.getActivityId() == null ? "engine" : context.getActivityId();
        Description about = execution == null
                ? new Description(businessKey, null, null, "")
                : descriptions.of(process, businessKey, caseId);
        boolean external = Incident.EXTERNAL_TASK_HANDLER_TYPE.equals(getIncidentHandlerType());
        Instant now = clock.instant();
        Deadline due = calendar.after(now, WORKING_DAYS);
        items.add(new NewWorkItem(
                KIND,
                "desk/incident",
                FINANCE.contains(process) || FINANCE_ACTIVITIES.contains(activity) ? "finance" : "customer-service",
                process,
                businessKey,
                caseId,
                new Description(
                        about.title() + " · " + activity,
                        about.organisation(),
                        about.person(),
                        about.words() + " " + activity),
                now,
                due.at(),
                due.provisional(),
                null,
                new Trouble(
                        incident,
                        external ? null : context.getConfiguration(),
                        external ? context.getConfiguration() : null),
                null));
    }
}
