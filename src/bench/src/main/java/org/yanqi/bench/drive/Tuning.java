package org.yanqi.bench.drive;

/**
 * How both engines are tuned, read from the product's configuration.
 *
 * @param pool connections at most
 * @param idle connections kept open
 * @param workers threads that work on external tasks
 */
public record Tuning(
        int pool,
        int idle,
        int workers,
        int jobThreads,
        int mostJobThreads,
        int jobQueue,
        int jobsAtOnce,
        int jobLockMillis,
        int jobWaitMillis,
        long mostJobWaitMillis,
        int backoffMillis,
        long mostBackoffMillis) {}
