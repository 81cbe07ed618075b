package org.yanqi.agent.job;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.key.UsbKey;
import org.yanqi.agent.product.Pace;
import org.yanqi.agent.product.ProductClient;
import org.yanqi.agent.product.ProductTrouble;
import org.yanqi.agent.ticket.Ticket;

/** One ticket being worked off, on a thread of its own; others look at it through its getters. */
public final class Job implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final String id;
    private final Ticket ticket;
    private final Operation operation;
    private final ProductClient product;
    private final Pace pace;
    private final PinPrompt prompt = new PinPrompt();

    private volatile Stage stage = Stage.STARTED;
    private volatile State state = State.RUNNING;
    private volatile boolean cancelled;
    private volatile @Nullable JobFailure failure;
    private volatile List<UsbKey> keys = List.of();

    Job(String id, Ticket ticket, Operation operation, ProductClient product, Pace pace) {
        this.id = id;
        this.ticket = ticket;
        this.operation = operation;
        this.product = product;
        this.pace = pace;
    }

    @Override
    public void run() {
        try {
            operation.run(this);
            state = State.DONE;
        } catch (JobFailed failed) {
            end(failed);
        } catch (KeyTrouble trouble) {
            LOG.info("job {}: {}", id, trouble.getMessage(), trouble);
            Integer tries = trouble.kind() == KeyTrouble.Kind.PIN_LOCKED ? Integer.valueOf(0) : null;
            end(new JobFailed(trouble.kind().code(), trouble.getMessage(), tries, null, trouble));
        } catch (ProductTrouble trouble) {
            end(new JobFailed(trouble.code(), trouble.getMessage(), null, null, trouble));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            end(new JobFailed("cancelled", "the agent was closed"));
        } catch (Exception defect) {
            LOG.error("job {} failed", id, defect);
            end(new JobFailed("internal", defect.getClass().getSimpleName()));
        }
    }

    private void end(JobFailed failed) {
        LOG.info("job {} ended: {}", id, failed.code());
        // Told first: whoever sees "failed" here may rely on the product having been told, if it could be reached.
        operation.tellFailure(this, failed);
        failure = failed.failure();
        state = State.FAILED;
    }

    void reach(Stage next) throws InterruptedException {
        stage = next;
        if (operation.tellsStages()) {
            product.stage(next.word());
        }
    }

    /** Asks the customer for the PIN of a key on the agent's page. */
    UnlockedKey askPin(UsbKey right) throws KeyTrouble, JobFailed, InterruptedException {
        return askPin(List.of(right)).open();
    }

    /** Lets the customer choose one of the keys on the agent's page, and asks for its PIN. */
    PinPrompt.Opened askPin(List<UsbKey> candidates) throws KeyTrouble, JobFailed, InterruptedException {
        keys = List.copyOf(candidates);
        PinPrompt.Opened opened = prompt.open(keys, pace.pin(), () -> state = State.WAITING_FOR_PIN);
        keys = List.of(opened.key());
        state = State.RUNNING;
        return opened;
    }

    /** Stops here if the customer has asked to; called where stopping harms nothing. */
    void stopIfCancelled() throws JobFailed {
        if (cancelled) {
            throw new JobFailed("cancelled", "by the customer");
        }
    }

    /** Asks the job to stop at the next place where that harms nothing. */
    public void cancel() {
        cancelled = true;
        prompt.cancel();
    }

    ProductClient product() {
        return product;
    }

    Pace pace() {
        return pace;
    }

    /** The job's unguessable name. */
    public String id() {
        return id;
    }

    /** The ticket it works off. */
    public Ticket ticket() {
        return ticket;
    }

    /** How far it is. */
    public Stage stage() {
        return stage;
    }

    /** Whether it runs, waits or has ended. */
    public State state() {
        return state;
    }

    /** Whether it has ended. */
    public boolean ended() {
        return state == State.DONE || state == State.FAILED;
    }

    /** Why it failed; null unless it did. */
    public @Nullable JobFailure failure() {
        return failure;
    }

    /** The keys one of which it wants a PIN for; none before they were read. */
    public List<UsbKey> keys() {
        return keys;
    }

    /** Where the PIN page hands in what the customer typed. */
    public PinPrompt prompt() {
        return prompt;
    }

    /** The states of a job. */
    public enum State {
        RUNNING,
        WAITING_FOR_PIN,
        DONE,
        FAILED;

        /** The word on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
