package org.yanqi.process.certificate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Reads certificate pairs. */
@Service
public class Certificates {
    /** Those this actor may see: an administrator the organisation's, a holder their own. */
    public List<CertificatePair> visibleTo(Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** @throws NotFound if there is none that this actor may see */
    public CertificatePair one(Actor actor, UUID id) {
        throw new UnsupportedOperationException();
    }

    public Optional<CertificatePair> bySerial(String issuer, String serialHex) {
        throw new UnsupportedOperationException();
    }

    /** Certificates of one key, newest first. */
    public List<CertificatePair> life(Actor actor, UUID id) {
        throw new UnsupportedOperationException();
    }
}
