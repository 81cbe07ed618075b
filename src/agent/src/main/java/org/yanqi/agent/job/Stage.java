package org.yanqi.agent.job;

import java.util.Locale;

/** How far a job has come; those of reading and renewing are told to the product. */
public enum Stage {
    STARTED(0),
    KEY_READ(10),
    PIN_ACCEPTED(20),
    KEY_GENERATED(40),
    REQUEST_SENT(50),
    ISSUED(65),
    WRITTEN(80),
    READ_BACK(90),
    CONFIRMED(100),
    /** The end of a sign-in or self-test: the product has taken what the key made. */
    ANSWERED(100);

    private final int progress;

    Stage(int progress) {
        this.progress = progress;
    }

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Out of 100. */
    public int progress() {
        return progress;
    }
}
