package org.yanqi.process.rekey;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.LifeOfPair;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.rekey.model.KeyUpdates;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/**
 * A certificate is no longer good before its key has confirmed it: the authority took it back, or its holder rejected it. It
 * is delivered to nobody any more, the old one stays in force, and the desk decides how to go on.
 */
@Service
public class CertificateTakenBack {
    private final Certificates certificates;
    private final KeyUpdates updates;
    private final LifeOfPair life;
    private final Signals signals;
    private final AppendToRecord record;
    private final Clock clock;

    CertificateTakenBack(
            Certificates certificates,
            KeyUpdates updates,
            LifeOfPair life,
            Signals signals,
            AppendToRecord record,
            Clock clock) {
        this.certificates = certificates;
        this.updates = updates;
        this.life = life;
        this.signals = signals;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Repeatable.
     *
     * @param actor who took it back
     * @param issuer as the certificate writes it
     * @param serial hexadecimal
     * @return false if it is not issued for a key that still has to confirm it
     */
    @Transactional
    public boolean takenBack(Actor actor, String issuer, String serial, String reason) {
        Optional<CertificatePair> pair = certificates.bySerial(issuer, serial);
        UUID item = pair.map(CertificatePair::orderItem).orElse(null);
        if (item == null) {
            return false;
        }
        KeyUpdate update = updates.lock(item).orElseThrow();
        boolean waits = update.isIssued()
                && !update.isConfirmed()
                && !update.isStopped()
                && pair.get().id().equals(update.newCertificate());
        if (!waits) {
            return false;
        }
        life.revoked(actor, update.caseId(), pair.get().id(), reason);
        update.takenBack(reason, clock.instant());
        record.append(
                actor,
                update.caseId(),
                "item " + item,
                "certificate-taken-back",
                Map.of("serial", pair.get().serial(), "reason", reason));
        signals.correlate(Messages.REKEY_FAILED, item.toString(), Map.of("failure", "taken-back"));
        return true;
    }
}
