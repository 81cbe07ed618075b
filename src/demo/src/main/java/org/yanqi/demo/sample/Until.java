package org.yanqi.demo.sample;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what workers and the job executor do by themselves. */
final class Until {
    private Until() {}

    /**
     * Looks again until there is something.
     *
     * @throws IllegalStateException if there is nothing after 60 seconds
     */
    static <T> T present(String what, Supplier<Optional<T>> look) throws InterruptedException {
        var pause = Duration.ofMillis(150);
        for (var tries = 0; tries < 400; tries++) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        }
        throw new IllegalStateException("sample data: waited in vain for " + what);
    }
}
