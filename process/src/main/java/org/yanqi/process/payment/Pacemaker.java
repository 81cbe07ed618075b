package org.yanqi.process.payment;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Beats at a fixed pause on a thread of its own while the house is up; a failed beat is logged and followed by the next. */
abstract class Pacemaker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Pacemaker.class);
    private static final long FAREWELL_SECONDS = 10;

    private final String name;
    private final Duration pause;
    private volatile @Nullable ScheduledExecutorService executor;

    Pacemaker(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /** One round; called without a transaction. */
    protected abstract void beat();

    /** Beats once more, now. */
    final void kick() {
        var running = executor;
        if (running != null) {
            try {
                running.execute(this::safely);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("{} is stopping; the next start takes the work up", name, stopping);
            }
        }
    }

    private void safely() {
        try {
            beat();
        } catch (RuntimeException failure) {
            LOG.error("{} failed, the next beat tries again", name, failure);
        }
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        started.scheduleWithFixedDelay(this::safely, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        executor = started;
    }

    @Override
    public synchronized void stop() {
        var running = executor;
        executor = null;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                    running.shutdownNow();
                }
            } catch (InterruptedException interrupted) {
                running.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
