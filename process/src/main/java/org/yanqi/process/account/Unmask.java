package org.yanqi.process.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Shows personal data in clear to who may see it, for a reason, on the record (R12). */
@Service
public class Unmask {
    public String mobile(Actor actor, UUID person, @Nullable UUID caseId, String reason) {
        throw new UnsupportedOperationException();
    }
}
