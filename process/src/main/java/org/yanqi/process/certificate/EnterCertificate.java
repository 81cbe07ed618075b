package org.yanqi.process.certificate;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.certificate.model.PairRow;
import org.yanqi.process.certificate.model.PairRows;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Enters an existing certificate pair, as when the house takes over or sample data are made. */
@Service
public class EnterCertificate {
    private final PairRows rows;
    private final Organisations organisations;
    private final CertificateSettings settings;
    private final AppendToRecord log;
    private final Clock clock;

    EnterCertificate(
            PairRows rows, Organisations organisations, CertificateSettings settings, AppendToRecord log, Clock clock) {
        this.rows = rows;
        this.organisations = organisations;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Enters a pair; one with this issuer and serial that is known already is answered as it stands. A main key shows the
     * organisation as its holder, a project leader's key the person.
     *
     * @throws IllegalArgumentException if {@code signing} is no certificate
     */
    @Transactional
    public CertificatePair enter(
            Actor actor,
            UUID organisation,
            UUID holder,
            KeyKind kind,
            Algorithm algorithm,
            String keySerial,
            byte[] signing,
            byte @Nullable [] encryption) {
        actor.require(Role.SYSTEM, Role.ADMINISTRATOR);
        var parsed = ParsedCertificate.of(signing);
        var known = rows.findByIssuerAndSerial(parsed.issuer(), parsed.serial());
        if (known.isPresent()) {
            return known.get().pair();
        }
        var name = kind == KeyKind.MAIN
                ? organisations.one(organisation).name()
                : organisations.person(holder).name();
        var row = rows.save(PairRow.entered(
                organisation,
                holder,
                name,
                kind,
                algorithm,
                settings.vendor(),
                keySerial,
                signing,
                encryption,
                clock.instant()));
        log.append(
                actor,
                null,
                "certificate " + parsed.serial(),
                "certificate-entered",
                Map.of("serial", parsed.serial(), "key", keySerial));
        return row.pair();
    }
}
