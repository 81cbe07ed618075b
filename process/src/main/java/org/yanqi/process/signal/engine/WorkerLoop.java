package org.yanqi.process.signal.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.yanqi.process.signal.Worker;
import org.yanqi.process.signal.WorkerProperties;

/** Polls for external tasks while the application runs and spreads them over this node's threads. */
@Component
class WorkerLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLoop.class);

    private final TaskDesk desk;
    private final TaskRunner runner;
    private final ObjectProvider<Worker> known;
    private final WorkerProperties properties;
    private final Semaphore free;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private @Nullable ExecutorService threads;
    private @Nullable Thread poller;

    WorkerLoop(TaskDesk desk, TaskRunner runner, ObjectProvider<Worker> known, WorkerProperties properties) {
        this.desk = desk;
        this.runner = runner;
        this.known = known;
        this.properties = properties;
        this.free = new Semaphore(properties.threads());
    }

    /** An external task was made by this node. */
    record TaskMade(String topic) {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void ring(TaskMade made) {
        bell.release();
    }

    @Override
    public synchronized void start() {
        Map<String, Worker> workers = new TreeMap<>();
        known.stream().forEach(worker -> {
            if (workers.put(worker.topic(), worker) != null) {
                throw new IllegalStateException("two workers for " + worker.topic());
            }
        });
        running = true;
        if (!properties.enabled() || workers.isEmpty()) {
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(properties.threads(), task -> new Thread(task, "worker"));
        threads = pool;
        poller = new Thread(() -> poll(workers, pool), "worker-poll");
        poller.setDaemon(true);
        poller.start();
    }

    private void poll(Map<String, Worker> workers, ExecutorService pool) {
        while (running) {
            try {
                free.acquire();
                int slots = 1 + free.drainPermits();
                List<FetchedTask> tasks = fetch(workers, slots);
                free.release(slots - tasks.size());
                tasks.forEach(task -> pool.execute(() -> {
                    try {
                        runner.run(task, workers);
                    } finally {
                        free.release();
                    }
                }));
                if (tasks.isEmpty() && bell.tryAcquire(properties.idle().toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<FetchedTask> fetch(Map<String, Worker> workers, int slots) {
        try {
            return desk.fetch(workers.keySet(), slots);
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("cannot fetch external tasks; trying again", e);
            }
            return List.of();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (poller != null) {
            poller.interrupt();
            poller = null;
        }
        if (threads != null) {
            threads.shutdown();
            try {
                if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                    LOG.warn("a call outside is still running; its task is fetched again after its lock");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            threads = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
