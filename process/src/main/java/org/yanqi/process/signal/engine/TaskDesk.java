package org.yanqi.process.signal.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.WorkerProperties;
import org.yanqi.process.signal.model.Effects;

/**
 * The transactions around a call: one that fetches and stores what will be done, one that tells what was learned. All of them touch
 * the engine's task before its effect: one that hands in after its lock ran out meets the one that fetches the task again, and the
 * other way round the two would wait for each other.
 */
@Component
class TaskDesk {
    private final ExternalTaskService engine;
    private final Effects effects;
    private final WorkerProperties properties;
    private final String node = "node-" + UUID.randomUUID();

    TaskDesk(ExternalTaskService engine, Effects effects, WorkerProperties properties) {
        this.engine = engine;
        this.effects = effects;
        this.properties = properties;
    }

    /** Locks what is to be done and stores the effects, so that "stored before the call" holds when this commits. */
    @Transactional
    List<FetchedTask> fetch(Collection<String> topics, int most) {
        ExternalTaskQueryBuilder query = engine.fetchAndLock(most, node);
        for (String topic : topics) {
            query = query.topic(topic, properties.lock().toMillis());
        }
        List<LockedExternalTask> locked = query.execute();
        List<FetchedTask> fetched = locked.stream()
                .map(task -> FetchedTask.of(task, properties.attempts()))
                .toList();
        fetched.forEach(task -> effects.begin(
                task.work().idempotencyKey(),
                task.work().topic(),
                task.id(),
                task.work().businessKey(),
                task.work().caseId()));
        return fetched;
    }

    /** The domain learns what the world said and the model goes on, together. */
    @Transactional
    void done(FetchedTask task, Answer.Done answer) {
        Map<String, Object> variables = answer.learn().get();
        engine.complete(task.id(), node, variables);
        effects.finish(task.work().idempotencyKey(), Effects.Outcome.DONE, "");
    }

    /** The domain learns the refusal and the model takes the way of its error. */
    @Transactional
    void refused(FetchedTask task, Answer.Refused answer) {
        Map<String, Object> variables = answer.learn().get();
        engine.handleBpmnError(task.id(), node, answer.error(), answer.reason(), variables);
        effects.finish(task.work().idempotencyKey(), Effects.Outcome.REFUSED, answer.reason());
    }

    /** Ask again later; after the last attempt the engine raises an incident, which becomes a work item. */
    @Transactional
    void unknown(FetchedTask task, String reason) {
        Duration pause = properties.pauseAfter(task.work().attempt());
        engine.handleFailure(task.id(), node, reason, null, task.left() - 1, pause.toMillis());
        effects.leave(task.work().idempotencyKey(), Effects.Outcome.UNKNOWN, reason);
    }

    /** Nobody waits for the answer any more: its step was left meanwhile. */
    @Transactional
    void dropped(FetchedTask task) {
        effects.leave(task.work().idempotencyKey(), Effects.Outcome.DROPPED, "");
    }

    /** Whether a call of the same kind, whose step was left meanwhile, may still take effect. */
    @Transactional(readOnly = true)
    boolean isAnotherUnderWay(FetchedTask task) {
        var work = task.work();
        return effects.isAnotherUnderWay(work.idempotencyKey(), work.topic(), work.businessKey(), properties.lock());
    }

    @Transactional
    void notYet(FetchedTask task, Duration pause) {
        engine.handleFailure(task.id(), node, "not yet", null, task.left(), pause.toMillis());
        effects.leave(task.work().idempotencyKey(), Effects.Outcome.NOT_YET, "");
    }
}
