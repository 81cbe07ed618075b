package org.yanqi.process.signal;

/** Does one verb outside the building for an external task; called without a transaction or connection. */
public interface Worker {
    /** The topic in the models, the activity's id. */
    String topic();

    Answer work(Work work);

    /**
     * True if a call must have ended before the next one for the same business key begins, even if the model has meanwhile given up the
     * task of the first: what the world was told may still take effect, and whoever asks before that sees what is no longer true.
     */
    default boolean oneAtATime() {
        return false;
    }
}
