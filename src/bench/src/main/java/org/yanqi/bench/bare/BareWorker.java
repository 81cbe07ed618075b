package org.yanqi.bench.bare;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;

/** Fetches external tasks as soon as there are any, and answers each at once with what the models need to go on. */
final class BareWorker {
    private static final String NAME = "bare";
    private static final long LOCK_MILLIS = 60_000;
    private static final long IDLE_MILLIS = 250;
    /** Two steps of one case may end at the same moment; the second is handed in again. */
    private static final int HAND_INS = 5;

    private static final Map<String, Map<String, Object>> ANSWERS = Map.of(
            "open-payment", Map.of(),
            "tell-platforms", Map.of(),
            "ask-open-bids", Map.of("openBids", false),
            "issue-certificate", Map.of(),
            "supersede-old", Map.of(),
            "submit-invoice", Map.of("pollAfter", "PT20S"),
            "ask-tax-channel", Map.of("invoiceState", "issued"));

    private final ExternalTaskService engine;
    private final ExecutorService threads;
    private final Semaphore free;
    private volatile boolean running = true;
    private final Thread poller = new Thread(this::poll, "worker-poll");

    BareWorker(ExternalTaskService engine, int size) {
        this.engine = engine;
        this.threads = Executors.newFixedThreadPool(size, task -> new Thread(task, "worker"));
        this.free = new Semaphore(size);
        poller.start();
    }

    private void poll() {
        var made = new SingleConsumerCondition(Thread.currentThread());
        ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(made);
        try {
            while (running) {
                free.acquire();
                int slots = 1 + free.drainPermits();
                List<LockedExternalTask> tasks = fetch(slots);
                free.release(slots - tasks.size());
                tasks.forEach(task -> threads.execute(() -> {
                    try {
                        complete(task);
                    } finally {
                        free.release();
                    }
                }));
                if (tasks.isEmpty()) {
                    made.await(IDLE_MILLIS);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(made);
        }
    }

    private List<LockedExternalTask> fetch(int most) {
        var query = engine.fetchAndLock(most, NAME);
        for (var topic : ANSWERS.keySet()) {
            query = query.topic(topic, LOCK_MILLIS);
        }
        return query.execute();
    }

    private void complete(LockedExternalTask task) {
        for (int left = HAND_INS; left > 0; left--) {
            try {
                engine.complete(task.getId(), NAME, ANSWERS.get(task.getTopicName()));
                return;
            } catch (OptimisticLockingException met) {
                if (left == 1) {
                    throw met;
                }
            }
        }
    }

    void stop() throws InterruptedException {
        running = false;
        poller.interrupt();
        poller.join();
        threads.shutdown();
        if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the bare worker did not stop");
        }
    }
}
