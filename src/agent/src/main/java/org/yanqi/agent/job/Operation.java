package org.yanqi.agent.job;

import java.util.Set;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.product.ProductTrouble;

/** One thing the agent can do for a ticket. A class an operation; each runs on the job's thread. */
interface Operation {
    /** The failures the product knows a word for; any other is told as internal. */
    Set<String> KNOWN_FAILURES = Set.of(
            "pin-wrong",
            "pin-locked",
            "key-removed",
            "wrong-key",
            "several-keys",
            "key-full",
            "write-failed",
            "import-failed",
            "cancelled");

    /** Does the work. */
    void run(Job job) throws JobFailed, KeyTrouble, ProductTrouble, InterruptedException;

    /** Tells the product about a failure, where that is of use to it. */
    default void tellFailure(Job job, JobFailed failed) {
        try {
            String code = KNOWN_FAILURES.contains(failed.code()) ? failed.code() : "internal";
            job.product().failure(code, failed.code() + ": " + failed.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
