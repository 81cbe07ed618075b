package org.yanqi.process.certificate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Enters an existing certificate pair, as when the house takes over or sample data are made. */
@Service
public class EnterCertificate {
    public CertificatePair enter(
            Actor actor,
            UUID organisation,
            UUID holder,
            KeyKind kind,
            Algorithm algorithm,
            String keySerial,
            byte[] signing,
            byte @Nullable [] encryption) {
        throw new UnsupportedOperationException();
    }
}
