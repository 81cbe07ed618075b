package org.yanqi.process.signal.engine;

import java.util.Map;
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

    private final TaskDesk desk;

    TaskRunner(TaskDesk desk) {
        this.desk = desk;
    }

    void run(FetchedTask task, Map<String, Worker> workers) {
        Answer answer;
        try {
            answer = workers.get(task.work().topic()).work(task.work());
        } catch (RuntimeException e) {
            LOG.warn("worker {} failed for {}", task.work().topic(), task.work().businessKey(), e);
            answer = new Answer.Unknown(reasonOf(e));
        }
        try {
            handIn(task, answer);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} for {} could not be handed in",
                    task.work().topic(),
                    task.work().businessKey(),
                    e);
            giveBack(task, reasonOf(e));
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
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} for {} waits for its lock to run out",
                    task.work().topic(),
                    task.work().businessKey(),
                    e);
        }
    }

    private static String reasonOf(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
