package org.yanqi.app.ca;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Slow computations side by side, such as keys made and secrets stretched: whoever starts waits for the slowest, not for all. */
final class AtOnce {
    private AtOnce() {}

    /**
     * Does all of them, each on a thread of its own.
     *
     * @return what they gave, in their order
     * @throws RuntimeException what the first that failed has thrown
     */
    static <T> List<T> all(List<Supplier<T>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<T>> begun =
                    work.stream().map(one -> threads.submit(one::get)).toList();
            List<T> done = new ArrayList<>();
            for (Future<T> one : begun) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while keys were made ready", stop);
        } finally {
            threads.shutdownNow();
        }
    }
}
