package org.yanqi.process.renewal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Reads renewals for their customers. */
@Service
public class ShowRenewal {
    /** @throws NotFound if there is none that this actor may see */
    public RenewalView one(Actor actor, UUID renewal) {
        throw new UnsupportedOperationException();
    }

    public List<RenewalView> visibleTo(Actor actor) {
        throw new UnsupportedOperationException();
    }
}
