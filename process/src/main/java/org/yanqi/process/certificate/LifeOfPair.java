package org.yanqi.process.certificate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Moves a pair along its life, guarded: issued, confirmed, superseded, revoked. Called by rekey. */
@Service
public class LifeOfPair {
    public CertificatePair issued(
            Actor actor, UUID caseId, UUID old, UUID orderItem, byte[] signing, byte @Nullable [] encryption) {
        throw new UnsupportedOperationException();
    }

    public CertificatePair confirmed(Actor actor, UUID caseId, UUID id) {
        throw new UnsupportedOperationException();
    }

    public CertificatePair superseded(Actor actor, UUID caseId, UUID id, UUID successor) {
        throw new UnsupportedOperationException();
    }

    public CertificatePair revoked(Actor actor, @Nullable UUID caseId, UUID id, String reason) {
        throw new UnsupportedOperationException();
    }
}
