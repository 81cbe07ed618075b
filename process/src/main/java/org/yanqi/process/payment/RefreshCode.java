package org.yanqi.process.payment;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Fetches a fresh QR code for an open payment; called without a transaction. */
@Service
public class RefreshCode {
    public Outcome<Payment> refresh(Actor actor, UUID payment) {
        throw new UnsupportedOperationException();
    }
}
