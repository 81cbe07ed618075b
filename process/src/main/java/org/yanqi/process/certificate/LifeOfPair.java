package org.yanqi.process.certificate;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.model.PairRow;
import org.yanqi.process.certificate.model.PairRows;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/**
 * Moves a pair along its life, guarded: issued, confirmed, superseded, revoked. Called by rekey. Every step may be
 * repeated: a pair that has taken it already is answered as it stands.
 */
@Service
public class LifeOfPair {
    private final PairRows rows;
    private final Entitlements entitlements;
    private final AppendToRecord log;
    private final Clock clock;

    LifeOfPair(PairRows rows, Entitlements entitlements, AppendToRecord log, Clock clock) {
        this.rows = rows;
        this.entitlements = entitlements;
        this.log = log;
        this.clock = clock;
    }

    /** A pair was issued to follow {@code old}; it is not in force yet (R7). */
    @Transactional
    public CertificatePair issued(
            Actor actor, UUID caseId, UUID old, UUID orderItem, byte[] signing, byte @Nullable [] encryption) {
        // the old row's lock keeps two workers from entering the same pair at once
        var before = lock(old);
        var serial = ParsedCertificate.of(signing).serial();
        var known = rows.findByPredecessorAndOrderItemAndSerial(old, orderItem, serial);
        if (known.isPresent()) {
            return known.get().pair();
        }
        var row = rows.save(before.followedBy(orderItem, signing, encryption));
        append(actor, caseId, row.pair(), "certificate-issued", Map.of());
        return row.pair();
    }

    /** The key proved that it holds the pair; the platforms' terms go over to it. */
    @Transactional
    public CertificatePair confirmed(Actor actor, UUID caseId, UUID id) {
        var row = lock(id);
        var state = row.pair().state();
        if (state == CertificateState.ISSUED || state == CertificateState.REVOKED) {
            // a revoked pair refuses; one in force or superseded was confirmed before
            row.confirm(clock.instant());
            var old = row.predecessor();
            if (old != null) {
                lock(old).follow(id);
                entitlements.handOn(old, id);
            }
            append(actor, caseId, row.pair(), "certificate-confirmed", Map.of());
        }
        return row.pair();
    }

    /** Revoked because {@code successor} is in force. */
    @Transactional
    public CertificatePair superseded(Actor actor, UUID caseId, UUID id, UUID successor) {
        var row = lock(id);
        if (row.pair().state() != CertificateState.SUPERSEDED) {
            row.supersede(successor, clock.instant());
            append(actor, caseId, row.pair(), "certificate-superseded", Map.of());
        }
        return row.pair();
    }

    /** Revoked for another reason, as when a new pair is withdrawn. */
    @Transactional
    public CertificatePair revoked(Actor actor, @Nullable UUID caseId, UUID id, String reason) {
        var row = lock(id);
        if (row.pair().state() != CertificateState.REVOKED) {
            row.revoke(reason, clock.instant());
            append(actor, caseId, row.pair(), "certificate-revoked", Map.of("reason", reason));
        }
        return row.pair();
    }

    private PairRow lock(UUID id) {
        return rows.lock(id).orElseThrow(() -> new NotFound("certificate"));
    }

    private void append(
            Actor actor, @Nullable UUID caseId, CertificatePair pair, String verb, Map<String, String> more) {
        var facts = new HashMap<String, String>(more);
        facts.put("serial", pair.serial());
        facts.put("key", pair.keySerial());
        log.append(actor, caseId, "certificate " + pair.serial(), verb, facts);
    }
}
