package org.yanqi.process.worklist.engine;

import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the engine what people decided. */
@Component
public class EngineTasks {
    /** One more round of a stuck job or external task. */
    private static final int NEW_ATTEMPTS = 3;

    private final TaskService tasks;
    private final ManagementService jobs;
    private final ExternalTaskService externalTasks;

    /** The engine's services come late, since the engine itself waits for the listeners of this room. */
    EngineTasks(@Lazy TaskService tasks, @Lazy ManagementService jobs, @Lazy ExternalTaskService externalTasks) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.externalTasks = externalTasks;
    }

    public void complete(String task, Map<String, Object> variables) {
        tasks.complete(task, variables);
    }

    /** The engine resolves the incident, and with it the work item ends. */
    public void retryJob(String job) {
        jobs.setJobRetries(job, NEW_ATTEMPTS);
    }

    /** The engine resolves the incident, and with it the work item ends. */
    public void retryExternalTask(String externalTask) {
        externalTasks.setRetries(externalTask, NEW_ATTEMPTS);
    }
}
