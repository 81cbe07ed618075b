package org.yanqi.agent.job;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.key.UsbKey;

/** Where the PIN page hands a PIN to the job that waits for one. A PIN is tried once; only a person offers another. */
public final class PinPrompt {
    private static final Duration LONGEST_TRY = Duration.ofSeconds(30);

    private final BlockingQueue<Offer> offers = new LinkedBlockingQueue<>();

    /**
     * Offers a PIN and waits for the key's answer.
     *
     * @return what the key said; never more than once tried
     */
    public Answer offer(char[] pin) throws InterruptedException {
        Offer offer = new Offer(pin, new CompletableFuture<>());
        offers.add(offer);
        try {
            return offer.answer().get(LONGEST_TRY.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException gone) {
            offers.remove(offer);
            return new Answer(false, -1);
        } finally {
            java.util.Arrays.fill(pin, '\0');
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
                offer.answer().complete(new Answer(true, key.triesLeft()));
                return open;
            } catch (KeyTrouble trouble) {
                boolean again = trouble.kind() == KeyTrouble.Kind.PIN_WRONG;
                offer.answer().complete(new Answer(false, again ? key.triesLeft() : 0));
                if (!again) {
                    throw trouble;
                }
            }
        }
    }

    /**
     * What became of an offered PIN.
     *
     * @param triesLeft after this one; -1 if the job no longer listens
     */
    public record Answer(boolean accepted, int triesLeft) {}

    private record Offer(char[] pin, CompletableFuture<Answer> answer) {}
}
