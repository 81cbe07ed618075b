package org.yanqi.agent.job;

/** Looks on as a rekey takes its steps. The fault tests stop the work here as a power cut would. */
@FunctionalInterface
public interface StepWatcher {
    /** A watcher that does nothing. */
    StepWatcher NOBODY = step -> {};

    /** Called when a step has just been taken. */
    void taken(Step step);

    /** The steps of a rekey behind which something durable has changed, on the key or at the product. */
    enum Step {
        FOUND_TOLD,
        PIN_ACCEPTED,
        PAIR_GENERATED,
        REQUEST_KEPT,
        REQUEST_SENT,
        CERTIFICATE_RECEIVED,
        CERTIFICATE_WRITTEN,
        ENCRYPTION_IMPORTED,
        READ_BACK,
        CONFIRMED,
        ACTIVATED
    }
}
