package org.yanqi.bench.drive;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets drivers wait for what engines come to, without a question to the database. */
public final class Arrivals {
    private static final long PATIENCE_SECONDS = 120;

    private final Map<String, CompletableFuture<Boolean>> places = new ConcurrentHashMap<>();

    /** Something came to a place; told after commit. */
    public void arrived(String key, String place) {
        future(key, place).complete(true);
    }

    /**
     * Waits until it came there, or goes on at once if it did already; each arrival is awaited once.
     *
     * @throws IllegalStateException if it does not come
     */
    public void await(String key, String place) throws InterruptedException {
        try {
            future(key, place).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(key + " never came to " + place, e);
        }
        places.remove(key + " " + place);
    }

    private CompletableFuture<Boolean> future(String key, String place) {
        return places.computeIfAbsent(key + " " + place, name -> new CompletableFuture<>());
    }
}
