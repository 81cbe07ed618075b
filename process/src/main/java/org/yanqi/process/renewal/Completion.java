package org.yanqi.process.renewal;

import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yanqi.process.outcome.Outcome;

/** How a step is taken back when the worklist refuses to complete it. */
final class Completion {
    private Completion() {}

    /** Rolls back what the use case wrote before, since a refusal changes nothing. */
    static <T> Outcome<T> refuse(Outcome.Refused<?> refused) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Outcome.refused(refused.reasons());
    }
}
