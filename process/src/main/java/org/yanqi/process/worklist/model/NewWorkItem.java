package org.yanqi.process.worklist.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.worklist.Describer.Description;

/**
 * A work item about to be listed.
 *
 * @param task the engine's user task behind it, or absent for an incident
 * @param startedBy who wished it when the process was started; absent if it follows from the work before it
 */
public record NewWorkItem(
        String kind,
        String formKey,
        String group,
        String process,
        String businessKey,
        @Nullable UUID caseId,
        Description about,
        Instant created,
        Instant due,
        boolean provisional,
        @Nullable String task,
        @Nullable Trouble trouble,
        @Nullable String startedBy) {

    /** What ran out of attempts: the engine's incident and the job or the external task behind it. */
    public record Trouble(
            String incident, @Nullable String job, @Nullable String externalTask) {}
}
