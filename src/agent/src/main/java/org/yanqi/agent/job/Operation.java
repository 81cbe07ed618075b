package org.yanqi.agent.job;

import java.util.Set;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.product.ProductTrouble;

/** One thing the agent can do for a ticket. A class an operation; each runs on the job's thread. */
interface Operation {
    /** The failures of the key or its holder. The product knows by itself what it refused, did not answer or saw missing. */
    Set<String> WORTH_TELLING = Set.of(
            "pin-wrong",
            "pin-locked",
            "key-removed",
            "wrong-key",
            "several-keys",
            "key-full",
            "write-failed",
            "import-failed",
            "not-decrypted",
            "cancelled",
            "internal");

    /** Whether the product follows the stages of this operation. */
    default boolean tellsStages() {
        return true;
    }

    /** Does the work. */
    void run(Job job) throws JobFailed, KeyTrouble, ProductTrouble, InterruptedException;

    /** Tells the product about a failure, where that is of use to it. */
    default void tellFailure(Job job, JobFailed failed) {
        if (WORTH_TELLING.contains(failed.code())) {
            try {
                job.product().failure(failed.code(), String.valueOf(failed.getMessage()));
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
