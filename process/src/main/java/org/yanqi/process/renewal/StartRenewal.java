package org.yanqi.process.renewal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Opens a case for an organisation. */
@Service
public class StartRenewal {
    /** @param preselected may be empty */
    public Outcome<UUID> start(Actor actor, List<UUID> preselected) {
        throw new UnsupportedOperationException();
    }
}
