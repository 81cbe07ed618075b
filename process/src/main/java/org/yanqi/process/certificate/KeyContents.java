package org.yanqi.process.certificate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.model.KeyContentRow;
import org.yanqi.process.certificate.model.KeyContentRows;
import org.yanqi.process.record.Actor;

/** What was on a key when an agent last read it: the pair in use, and old encryption keys kept to open old files (R4). */
@Service
public class KeyContents {
    private final KeyContentRows rows;
    private final Certificates certificates;
    private final Clock clock;

    KeyContents(KeyContentRows rows, Certificates certificates, Clock clock) {
        this.rows = rows;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** What a certificate on a key is for. */
    public enum Use {
        SIGNING,
        ENCRYPTION
    }

    /**
     * A certificate on a key.
     *
     * @param old true if another one is in use in its place
     * @param seen when the key was read
     */
    public record Held(Use use, boolean old, String issuer, String serial, Instant expires, Instant seen) {}

    /** A certificate as the agent reports it. */
    public record Found(Use use, boolean old, byte[] der) {}

    /** Keeps what a key was found to hold, in place of what it held before; what cannot be read is left out. */
    @Transactional
    public void seen(String keySerial, List<Found> found) {
        Instant now = clock.instant();
        List<Held> held = found.stream()
                .map(one -> held(one, now))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        rows.forget(keySerial);
        held.forEach(one -> rows.save(new KeyContentRow(keySerial, one)));
    }

    /** What the key of this certificate held when it was last read; empty if none was read yet. */
    @Transactional(readOnly = true)
    public List<Held> of(Actor actor, UUID certificate) {
        return rows.on(certificates.one(actor, certificate).keySerial()).stream()
                .map(KeyContentRow::held)
                .toList();
    }

    private static @Nullable Held held(Found found, Instant now) {
        try {
            ParsedCertificate parsed = ParsedCertificate.of(found.der());
            return new Held(found.use(), found.old(), parsed.issuer(), parsed.serial(), parsed.notAfter(), now);
        } catch (RuntimeException noCertificate) {
            // broken bytes come out of the library as exceptions of many kinds
            return null;
        }
    }
}
