package org.yanqi.agent.job;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.PinTries;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.key.UsbKey;

/** Where the PIN page hands a PIN to the job that waits for one. A PIN is tried once; only a person offers another. */
public final class PinPrompt {
    private static final Duration LONGEST_TRY = Duration.ofSeconds(30);

    private final BlockingQueue<Offer> offers = new LinkedBlockingQueue<>();
    private final AtomicInteger attempt = new AtomicInteger();

    /** The number of the try that is open now; a form carries it, so that a form sent twice costs one try. */
    public int attempt() {
        return attempt.get();
    }

    /**
     * Offers a PIN and waits for the key's answer.
     *
     * @param number the try it is for
     * @param keySerial which of the keys it is for; null where there is one only
     * @return what the key said; empty if that try has been made already or the job no longer listens
     */
    public Optional<Answer> offer(int number, @Nullable String keySerial, char[] pin) throws InterruptedException {
        if (!attempt.compareAndSet(number, number + 1)) {
            return Optional.empty();
        }
        Offer offer = new Offer(keySerial, pin, new CompletableFuture<>());
        offers.add(offer);
        try {
            return Optional.of(offer.answer().get(LONGEST_TRY.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException gone) {
            offers.remove(offer);
            return Optional.empty();
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /** Gives up waiting. */
    void cancel() {
        offers.add(new Offer(null, new char[0], new CompletableFuture<>()));
    }

    /** Waits for PINs until one opens the key it is for. */
    Opened open(List<UsbKey> keys, Duration patience, Runnable waiting)
            throws KeyTrouble, JobFailed, InterruptedException {
        while (true) {
            if (keys.size() == 1 && keys.get(0).tries().locked()) {
                throw new KeyTrouble(KeyTrouble.Kind.PIN_LOCKED, "the PIN is locked");
            }
            waiting.run();
            Offer offer = offers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (offer == null || offer.pin().length == 0) {
                throw new JobFailed("cancelled", offer == null ? "no PIN was entered in time" : "by the customer");
            }
            Optional<UsbKey> key = chosen(keys, offer.keySerial());
            if (key.isEmpty()) {
                offer.answer().complete(new Answer(false, null, null));
            } else {
                Optional<UnlockedKey> open = tried(key.get(), offer);
                if (open.isPresent()) {
                    return new Opened(key.get(), open.get());
                }
            }
        }
    }

    private static Optional<UsbKey> chosen(List<UsbKey> keys, @Nullable String serial) {
        return keys.size() == 1
                ? Optional.of(keys.get(0))
                : keys.stream().filter(key -> key.serial().equals(serial)).findFirst();
    }

    /** @return empty after a wrong PIN */
    private static Optional<UnlockedKey> tried(UsbKey key, Offer offer) throws KeyTrouble {
        try {
            UnlockedKey open = key.unlock(offer.pin());
            offer.answer().complete(new Answer(true, null, null));
            return Optional.of(open);
        } catch (KeyTrouble trouble) {
            boolean again = trouble.kind() == KeyTrouble.Kind.PIN_WRONG;
            offer.answer().complete(new Answer(false, again ? key.tries() : null, trouble.kind()));
            if (!again) {
                throw trouble;
            }
            return Optional.empty();
        }
    }

    /** The key that was chosen, and opened. */
    record Opened(UsbKey key, UnlockedKey open) {}

    /**
     * What became of an offered PIN.
     *
     * @param tries after this one; null unless the PIN was wrong and another may be tried
     * @param trouble why it was not accepted; null too when none of the keys was chosen
     */
    public record Answer(boolean accepted, @Nullable PinTries tries, KeyTrouble.@Nullable Kind trouble) {}

    private record Offer(@Nullable String keySerial, char[] pin, CompletableFuture<Answer> answer) {}
}
