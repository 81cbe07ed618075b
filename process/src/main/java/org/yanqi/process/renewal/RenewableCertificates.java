package org.yanqi.process.renewal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.record.Actor;

/** Lists the certificates an actor may renew, and why not where not (R3). */
@Service
public class RenewableCertificates {
    /**
     * One row.
     *
     * @param hindrance null if it can be renewed now; else a code: too-early, lapsed, in-renewal, revoked
     * @param renewal the case it is in already
     */
    public record Row(
            CertificatePair certificate,
            long daysLeft,
            List<Platform> platforms,
            @Nullable String hindrance,
            @Nullable UUID renewal) {}

    public List<Row> of(Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Asks customer service to review the documents of a certificate lapsed for longer than the window. */
    public Outcome<UUID> askReview(Actor actor, UUID certificate, String explanation) {
        throw new UnsupportedOperationException();
    }
}
