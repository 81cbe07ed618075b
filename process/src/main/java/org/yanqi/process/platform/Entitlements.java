package org.yanqi.process.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Reads and writes terms of service. */
@Service
public class Entitlements {
    /** Platforms whose term has not ended on that day. */
    public List<Entitlement> of(UUID certificate) {
        throw new UnsupportedOperationException();
    }

    public List<Entitlement> activate(
            Actor actor, UUID caseId, String onceKey, UUID certificate, List<PlatformChange> changes) {
        throw new UnsupportedOperationException();
    }

    /** Binds a platform outright; used by sample data and by staff. */
    public Entitlement bind(Actor actor, UUID certificate, String platform, LocalDate from, LocalDate until) {
        throw new UnsupportedOperationException();
    }
}
