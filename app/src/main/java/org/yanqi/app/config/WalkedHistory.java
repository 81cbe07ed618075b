package org.yanqi.app.config;

import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers: instances, and the tasks and waits that they walked through, which the diagram on the case page shows.
 * Gateways and starts are passed in no time and tell nobody anything; user tasks are work items and stand in the house's own table.
 */
final class WalkedHistory extends AbstractHistoryLevel {
    static final String NAME = "walked";
    /** Stored by the engine in its own table; a level is known by it for ever. */
    static final int ID = 17;

    private static final Set<HistoryEventTypes> KEPT_OF_INSTANCES = Set.of(
            HistoryEventTypes.PROCESS_INSTANCE_START,
            HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
            HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
            HistoryEventTypes.PROCESS_INSTANCE_END);

    private static final Set<HistoryEventTypes> KEPT_OF_WHAT_IS_WALKED = Set.of(
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END);

    private static final Set<String> PASSED_OVER = Set.of(
            ActivityTypes.GATEWAY_EXCLUSIVE,
            ActivityTypes.GATEWAY_PARALLEL,
            ActivityTypes.GATEWAY_EVENT_BASED,
            ActivityTypes.START_EVENT,
            ActivityTypes.START_EVENT_MESSAGE,
            ActivityTypes.START_EVENT_TIMER,
            ActivityTypes.SUB_PROCESS);

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    /** @param entity null when the engine asks whether such an event is kept at all */
    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return type instanceof HistoryEventTypes known
                && (KEPT_OF_INSTANCES.contains(known) || KEPT_OF_WHAT_IS_WALKED.contains(known) && isWalked(entity));
    }

    private static boolean isWalked(@Nullable Object entity) {
        return !(entity instanceof ExecutionEntity execution)
                || execution.getActivity() == null
                || !PASSED_OVER.contains(String.valueOf(execution.getActivity().getProperty("type")));
    }
}
