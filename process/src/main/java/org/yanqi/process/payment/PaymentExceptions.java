package org.yanqi.process.payment;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** What finance and the supervisor do with money that does not fit; each step by its work item. */
@Service
public class PaymentExceptions {
    public PaymentException one(Actor actor, UUID id) {
        throw new UnsupportedOperationException();
    }

    public List<PaymentException> ofCase(UUID caseId) {
        throw new UnsupportedOperationException();
    }

    /** @param decision match, refund, transfer or dismiss; match counts the money for its order and refunds what is over */
    public Outcome<PaymentException> decide(Actor finance, UUID workItem, String decision, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Four eyes: never the one who decided. For work items approve-refund, approve-transfer, approve-dismissal. */
    public Outcome<PaymentException> approve(Actor supervisor, UUID workItem, boolean approved, String reason) {
        throw new UnsupportedOperationException();
    }

    public Outcome<PaymentException> recordTransfer(Actor finance, UUID workItem, String bankReference) {
        throw new UnsupportedOperationException();
    }
}
