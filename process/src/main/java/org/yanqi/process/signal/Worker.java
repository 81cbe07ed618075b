package org.yanqi.process.signal;

/** Does one verb outside the building for an external task; called without a transaction or connection. */
public interface Worker {
    /** The topic in the models, the activity's id. */
    String topic();

    Answer work(Work work);
}
