package org.yanqi.process.renewal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Finds and shows cases for staff, open or closed; notes on them. */
@Service
public class Cases {
    /** A hit. */
    public record Hit(
            UUID caseId, @Nullable String orderNumber, String organisation, RenewalState state, Instant touched) {}

    /** By order number, tax number, name, certificate serial, key serial or waybill. */
    public List<Hit> find(Actor actor, @Nullable String text, int limit) {
        throw new UnsupportedOperationException();
    }

    public CaseView one(Actor actor, UUID caseId) {
        throw new UnsupportedOperationException();
    }

    public void note(Actor actor, UUID caseId, String text) {
        throw new UnsupportedOperationException();
    }
}
