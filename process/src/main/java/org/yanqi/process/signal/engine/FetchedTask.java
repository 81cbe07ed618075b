package org.yanqi.process.signal.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.signal.Work;

/**
 * An external task that this node holds.
 *
 * @param left attempts left, this one included
 */
record FetchedTask(String id, int left, Work work) {

    static FetchedTask of(LockedExternalTask task, int attempts) {
        int left = task.getRetries() == null ? attempts : Math.max(task.getRetries(), 1);
        Map<String, Object> variables = new HashMap<>();
        task.getVariables().forEach(variables::put);
        @Nullable Object caseId = variables.get("caseId");
        String key = task.getBusinessKey() == null ? task.getProcessInstanceId() : task.getBusinessKey();
        return new FetchedTask(
                task.getId(),
                left,
                new Work(
                        task.getTopicName(),
                        key,
                        caseId == null ? null : UUID.fromString(caseId.toString()),
                        task.getTopicName() + ":" + task.getId(),
                        Math.max(1, attempts - left + 1),
                        variables));
    }
}
