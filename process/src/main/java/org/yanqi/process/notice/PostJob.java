package org.yanqi.process.notice;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.process.notice.NoticesOf.Notice;
import org.yanqi.process.notice.model.Letters;
import org.yanqi.process.notice.model.Letters.Turn;
import org.yanqi.process.notice.port.Postman;
import org.yanqi.process.notice.port.Postman.Undelivered;
import org.yanqi.process.worklist.OpenWorkItem;

/** Hands queued letters to the postman, without a transaction over the call; what no server takes is tried again. */
@Component
class PostJob {
    private static final Logger LOG = LoggerFactory.getLogger(PostJob.class);
    private static final int ROUND = 20;
    /** Until somebody has seen to a letter whose address is refused. */
    private static final int WORKING_DAYS = 1;

    /** Longer than a round of letters may take with every time-out of the postman used up. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Letters letters;
    private final Postman postman;
    private final OpenWorkItem work;
    private final TransactionTemplate transaction;
    private final NoticeProperties properties;
    private final TaskScheduler scheduler;
    private final AtomicBoolean called = new AtomicBoolean();

    PostJob(
            Letters letters,
            Postman postman,
            OpenWorkItem work,
            TransactionTemplate transaction,
            NoticeProperties properties,
            TaskScheduler scheduler) {
        this.letters = letters;
        this.postman = postman;
        this.work = work;
        this.transaction = transaction;
        this.properties = properties;
        this.scheduler = scheduler;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void call(SendNotice.Queued queued) {
        if (called.compareAndSet(false, true)) {
            scheduler.schedule(this::round, scheduler.getClock().instant());
        }
    }

    @Scheduled(initialDelayString = "PT3S", fixedDelayString = "${yanqi.notice.every:PT5S}")
    void round() {
        called.set(false);
        List<Turn> turns;
        do {
            turns = transaction.execute(status -> letters.take(ROUND, LEASE));
            turns.forEach(this::deliver);
        } while (turns.size() == ROUND);
    }

    private void deliver(Turn turn) {
        try {
            postman.deliver(turn.letter());
            transaction.executeWithoutResult(status -> letters.sent(turn.id()));
        } catch (Undelivered e) {
            // the address is personal data and stays out of the log (R12)
            LOG.warn("letter {} waits after attempt {}: {}", turn.id(), turn.attempts(), e.getMessage());
            if (e.isAddressRefused()) {
                transaction.executeWithoutResult(status -> refused(turn.id(), String.valueOf(e.getMessage())));
                return;
            }
            Duration pause = properties.pauseAfter(turn.attempts());
            transaction.executeWithoutResult(status -> letters.later(turn.id(), pause, String.valueOf(e.getMessage())));
        }
    }

    /** An address that never works is a person's to mend: they call the customer and ask for another. */
    private void refused(UUID id, String trouble) {
        letters.refused(id, trouble);
        Notice letter = letters.one(id);
        work.open(
                SettleLetter.KIND,
                "customer-service",
                "notice",
                id.toString(),
                letter.caseId(),
                letter.subject(),
                WORKING_DAYS);
    }
}
