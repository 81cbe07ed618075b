package org.yanqi.process.rekey;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Reads how far updates came. */
@Service
public class Rekeys {
    public Rekey one(Actor actor, UUID item) {
        throw new UnsupportedOperationException();
    }

    public List<Rekey> ofCase(UUID caseId) {
        throw new UnsupportedOperationException();
    }
}
