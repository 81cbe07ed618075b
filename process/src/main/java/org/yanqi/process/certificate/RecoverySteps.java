package org.yanqi.process.certificate;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.model.PairRow;
import org.yanqi.process.certificate.model.PairRows;
import org.yanqi.process.certificate.model.RecoveryRow;
import org.yanqi.process.certificate.model.RecoveryRows;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** What the model's worker does around its call to key management; each step may be repeated. */
@Service
public class RecoverySteps {
    private static final Actor SYSTEM = Actor.system("key-recovery");

    private final RecoveryRows rows;
    private final PairRows pairs;
    private final AppendToRecord log;
    private final Clock clock;

    RecoverySteps(RecoveryRows rows, PairRows pairs, AppendToRecord log, Clock clock) {
        this.rows = rows;
        this.pairs = pairs;
        this.log = log;
        this.clock = clock;
    }

    /** Whose key is asked for, and for whose key. */
    public record Job(CertificatePair lost, CertificatePair receiver) {
        public byte[] encryption() {
            return Objects.requireNonNull(lost.encryption());
        }
    }

    /**
     * @return empty if the holder has no key in force any more
     * @throws IllegalStateException if two persons did not want it
     */
    @Transactional(readOnly = true)
    public Optional<Job> job(UUID id) {
        var recovery = row(id).view();
        var second = recovery.decidedBy();
        if (recovery.state() == KeyRecovery.State.ASKED
                || recovery.state() == KeyRecovery.State.REFUSED
                || second == null
                || second.equals(recovery.askedBy())) {
            throw new IllegalStateException("recovery " + id + " was not approved by a second person");
        }
        var lost = pairs.findById(recovery.certificate()).map(PairRow::pair).orElseThrow();
        return CurrentPair.of(pairs, lost).map(receiver -> new Job(lost, receiver));
    }

    /** What a recovery is about, for the worklist. */
    @Transactional(readOnly = true)
    public CertificatePair certificateOf(UUID id) {
        return pairs.findById(row(id).view().certificate()).orElseThrow().pair();
    }

    @Transactional
    public void recovered(UUID id, Job job, byte[] envelope) {
        var row = row(id);
        if (row.view().state() == KeyRecovery.State.RECOVERED) {
            return;
        }
        row.recovered(job.receiver().id(), envelope, clock.instant());
        append(row.view(), "key-recovered");
    }

    @Transactional
    public void notRecovered(UUID id) {
        var row = row(id);
        if (row.view().state() == KeyRecovery.State.NOT_RECOVERED) {
            return;
        }
        row.notRecovered();
        append(row.view(), "key-not-recovered");
    }

    private RecoveryRow row(UUID id) {
        return rows.findById(id).orElseThrow(() -> new NotFound("key recovery"));
    }

    private void append(KeyRecovery recovery, String verb) {
        var serial = pairs.findById(recovery.certificate()).orElseThrow().pair().serial();
        log.append(SYSTEM, null, "certificate " + serial, verb, Map.of("serial", serial));
    }
}
