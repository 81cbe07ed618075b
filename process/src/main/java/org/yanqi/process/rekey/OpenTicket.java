package org.yanqi.process.rekey;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Signs a ticket for the agent; only the account the certificate belongs to may update its key (guide, step 7). */
@Service
public class OpenTicket {
    /** @param operation read or rekey */
    public Outcome<String> open(Actor actor, UUID item, String operation, String origin) {
        throw new UnsupportedOperationException();
    }
}
