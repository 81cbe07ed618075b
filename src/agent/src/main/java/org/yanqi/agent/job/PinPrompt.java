package org.yanqi.agent.job;

import java.time.Duration;
import java.util.Arrays;
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
     * @return what the key said; empty if that try has been made already or the job no longer listens
     */
    public Optional<Answer> offer(int number, char[] pin) throws InterruptedException {
        if (!attempt.compareAndSet(number, number + 1)) {
            return Optional.empty();
        }
        Offer offer = new Offer(pin, new CompletableFuture<>());
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
        offers.add(new Offer(new char[0], new CompletableFuture<>()));
    }

    /** Waits for PINs until one opens the key. */
    UnlockedKey open(UsbKey key, Duration patience, Runnable waiting)
            throws KeyTrouble, JobFailed, InterruptedException {
        while (true) {
            if (key.triesLeft() == 0) {
                throw new KeyTrouble(KeyTrouble.Kind.PIN_LOCKED, "the PIN is locked");
            }
            waiting.run();
            Offer offer = offers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (offer == null || offer.pin().length == 0) {
                throw new JobFailed("cancelled", offer == null ? "no PIN was entered in time" : "by the customer");
            }
            try {
                UnlockedKey open = key.unlock(offer.pin());
                offer.answer().complete(new Answer(true, key.triesLeft(), null));
                return open;
            } catch (KeyTrouble trouble) {
                boolean again = trouble.kind() == KeyTrouble.Kind.PIN_WRONG;
                offer.answer().complete(new Answer(false, again ? key.triesLeft() : 0, trouble.kind()));
                if (!again) {
                    throw trouble;
                }
            }
        }
    }

    /**
     * What became of an offered PIN.
     *
     * @param triesLeft after this one; 0 if the key is locked or gone
     * @param trouble why it was not accepted
     */
    public record Answer(boolean accepted, int triesLeft, KeyTrouble.@Nullable Kind trouble) {}

    private record Offer(char[] pin, CompletableFuture<Answer> answer) {}
}
