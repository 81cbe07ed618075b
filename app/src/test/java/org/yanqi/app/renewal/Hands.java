package org.yanqi.app.renewal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** Does by hand what workers and other features do, so that a test of the case needs no outside world. */
class Hands {
    private final ExternalTaskService tasks;
    private final TaskService userTasks;
    private final RuntimeService engine;
    private final ManagementService jobs;

    Hands(ExternalTaskService tasks, TaskService userTasks, RuntimeService engine, ManagementService jobs) {
        this.tasks = tasks;
        this.userTasks = userTasks;
        this.engine = engine;
        this.jobs = jobs;
    }

    /** Waits for an external task and completes it with these words. */
    void worker(String topic, Object businessKey, Map<String, Object> variables) {
        tasks.complete(lock(topic, businessKey.toString()), "test", variables);
    }

    /** Lets a real worker work once and completes its task if it is done. */
    Answer letWork(Worker worker, UUID caseId) {
        var task = lock(worker.topic(), caseId.toString());
        var answer = worker.work(new Work(worker.topic(), caseId.toString(), caseId, task, 1, Map.of()));
        if (answer instanceof Answer.Done done) {
            tasks.complete(task, "test", done.learn().get());
        } else {
            tasks.unlock(task);
        }
        return answer;
    }

    private String lock(String topic, String businessKey) {
        return Awaitility.await()
                .until(
                        () -> tasks.createExternalTaskQuery().topicName(topic).notLocked().list().stream()
                                .filter(task -> businessKey.equals(task.getBusinessKey()))
                                .map(task -> {
                                    tasks.lock(task.getId(), "test", 60_000);
                                    return task.getId();
                                })
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    /** Leads the update of a key to its end: renewed, or settled by staff. */
    void rekey(UUID item, boolean renewed) {
        var key = item.toString();
        if (!renewed) {
            engine.createMessageCorrelation("rekey-failed")
                    .processInstanceBusinessKey(key)
                    .correlate();
            complete("settle-rekey-failure", key, Map.of("outcome", "settle"));
            complete("approve-settlement", key, Map.of("approved", true));
            worker("withdraw-certificate", key, Map.of());
            return;
        }
        complete("update-key", key, Map.of());
        worker("ask-open-bids", key, Map.of("openBids", false));
        worker("issue-certificate", key, Map.of());
        engine.createMessageCorrelation("certificate-confirmed")
                .processInstanceBusinessKey(key)
                .correlate();
        worker("supersede-old", key, Map.of());
    }

    private void complete(String kind, String key, Map<String, Object> variables) {
        var task = Awaitility.await()
                .until(
                        () -> userTasks
                                .createTaskQuery()
                                .taskDefinitionKey(kind)
                                .processInstanceBusinessKey(key)
                                .list(),
                        found -> !found.isEmpty())
                .get(0);
        userTasks.complete(task.getId(), variables);
    }

    /** Rings a timer that this case waits for. */
    void ring(UUID caseId, String activity) {
        var timers = jobs.createJobQuery().timers().active().activityId(activity).list().stream()
                .filter(job -> isOf(job.getProcessInstanceId(), caseId))
                .toList();
        jobs.executeJob(timers.get(0).getId());
    }

    private boolean isOf(String instance, UUID caseId) {
        return engine.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .processInstanceBusinessKey(caseId.toString())
                        .count()
                == 1;
    }

    boolean isRunning(UUID businessKey) {
        return engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey.toString())
                        .count()
                > 0;
    }

    List<String> standsAt(UUID businessKey) {
        return engine.createProcessInstanceQuery().processInstanceBusinessKey(businessKey.toString()).list().stream()
                .flatMap(instance -> engine.getActiveActivityIds(instance.getId()).stream())
                .toList();
    }
}
