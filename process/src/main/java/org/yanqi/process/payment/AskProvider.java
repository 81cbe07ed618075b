package org.yanqi.process.payment;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Asks the provider how an open payment stands (我已支付, scheduled queries, close) and takes in the answer; called without a transaction. */
@Service
public class AskProvider {
    /** How it stood. */
    public enum Standing {
        PAID,
        NOT_PAID,
        UNKNOWN
    }

    public Standing ask(Actor actor, UUID payment) {
        throw new UnsupportedOperationException();
    }
}
