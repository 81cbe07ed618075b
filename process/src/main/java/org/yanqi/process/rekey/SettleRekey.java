package org.yanqi.process.rekey;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** What customer service decides about a key that failed, an open bid, a case that drags on. */
@Service
public class SettleRekey {
    /** @param outcome retry, unlock, resume, defer or settle */
    public Outcome<Rekey> failure(
            Actor actor, UUID workItem, String outcome, String reason, @Nullable LocalDate deferUntil) {
        throw new UnsupportedOperationException();
    }

    /** @param outcome proceed or defer */
    public Outcome<Rekey> openBid(
            Actor actor, UUID workItem, String outcome, String reason, @Nullable LocalDate deferUntil) {
        throw new UnsupportedOperationException();
    }
}
