package org.yanqi.process.renewal;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Customer service's review of a certificate lapsed for longer than the window (R3). */
@Service
public class ReviewLapsed {
    /** What is reviewed. */
    public record Review(UUID id, CertificatePair certificate, String explanation, Instant asked) {}

    public Review one(Actor actor, UUID id) {
        throw new UnsupportedOperationException();
    }

    public Outcome<Review> decide(Actor actor, UUID workItem, boolean approved, String reason) {
        throw new UnsupportedOperationException();
    }
}
