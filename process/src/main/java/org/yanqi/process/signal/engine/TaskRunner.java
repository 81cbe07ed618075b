package org.yanqi.process.signal.engine;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Conflict;
import org.yanqi.process.signal.Worker;

/** Runs one fetched task: calls its worker without a transaction, then hands in what was learned. */
@Component
class TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    /** Two steps of one case may end at the same moment; the second is handed in again, the call is not repeated. */
    private static final int HAND_INS = 5;

    /** Until it is looked again whether an earlier call has ended. */
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final TaskDesk desk;

    TaskRunner(TaskDesk desk) {
        this.desk = desk;
    }

    void run(FetchedTask task, Map<String, Worker> workers) {
        var answer = answer(task, workers.get(task.work().topic()));
        try {
            handIn(task, answer);
        } catch (NotFoundException left) {
            drop(task);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} for {} could not be handed in",
                    task.work().topic(),
                    task.work().businessKey(),
                    e);
            giveBack(task, reasonOf(e));
        }
    }

    private Answer answer(FetchedTask task, Worker worker) {
        try {
            if (worker.oneAtATime() && desk.isAnotherUnderWay(task)) {
                return new Answer.NotYet(MOMENT);
            }
            return worker.work(task.work());
        } catch (RuntimeException e) {
            LOG.warn("worker {} failed for {}", task.work().topic(), task.work().businessKey(), e);
            return new Answer.Unknown(reasonOf(e));
        }
    }

    private void handIn(FetchedTask task, Answer answer) {
        for (int left = HAND_INS; ; left--) {
            try {
                if (answer instanceof Answer.Done done) {
                    desk.done(task, done);
                } else if (answer instanceof Answer.Refused refused) {
                    desk.refused(task, refused);
                } else if (answer instanceof Answer.Unknown unknown) {
                    desk.unknown(task, unknown.reason());
                } else if (answer instanceof Answer.NotYet notYet) {
                    desk.notYet(task, notYet.pause());
                }
                return;
            } catch (RuntimeException e) {
                if (left <= 1 || !Conflict.isBehind(e)) {
                    throw e;
                }
                LOG.debug(
                        "{} for {} met somebody else, again",
                        task.work().topic(),
                        task.work().businessKey());
            }
        }
    }

    /** The task counts as failed once; if even that cannot be stored, its lock runs out and it is fetched again. */
    private void giveBack(FetchedTask task, String reason) {
        try {
            desk.unknown(task, reason);
        } catch (NotFoundException left) {
            drop(task);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} for {} waits for its lock to run out",
                    task.work().topic(),
                    task.work().businessKey(),
                    e);
        }
    }

    /** The step was left while its answer was on the way; the call has ended, and whoever comes next may begin theirs. */
    private void drop(FetchedTask task) {
        LOG.info(
                "{} for {} was answered when its step had been left",
                task.work().topic(),
                task.work().businessKey());
        desk.dropped(task);
    }

    private static String reasonOf(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
