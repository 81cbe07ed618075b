package org.yanqi.process.certificate;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yanqi.process.certificate.model.PairRow;
import org.yanqi.process.certificate.model.PairRows;
import org.yanqi.process.certificate.model.RecoveryRow;
import org.yanqi.process.certificate.model.RecoveryRows;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.signal.Signals;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;

/** Recovers holders' encryption keys: customer service asks, a supervisor approves, both on the record. */
@Service
public class KeyRecoveries {
    private static final Set<KeyRecovery.State> OPEN = Set.of(KeyRecovery.State.ASKED, KeyRecovery.State.APPROVED);
    private static final int LONGEST = 500;

    private final RecoveryRows rows;
    private final PairRows pairs;
    private final SearchWorkItems items;
    private final CompleteWorkItem complete;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    KeyRecoveries(
            RecoveryRows rows,
            PairRows pairs,
            SearchWorkItems items,
            CompleteWorkItem complete,
            Signals signals,
            AppendToRecord log,
            Clock clock) {
        this.rows = rows;
        this.pairs = pairs;
        this.items = items;
        this.complete = complete;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @return refused with reason-missing, recovery-nothing-kept for a pair without an encryption certificate of its own,
     *     recovery-no-current-key or recovery-open, each after {@code refusal.}
     */
    @Transactional
    public Outcome<KeyRecovery> ask(Actor actor, UUID certificate, String reason) {
        actor.require(Role.CUSTOMER_SERVICE);
        var pair = pairs.lock(certificate).map(PairRow::pair).orElseThrow(() -> new NotFound("certificate"));
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (pair.encryption() == null || pair.algorithm() != Algorithm.SM2) {
            return Outcome.refused(Refusal.of("refusal.recovery-nothing-kept"));
        }
        if (CurrentPair.of(pairs, pair).isEmpty()) {
            return Outcome.refused(Refusal.of("refusal.recovery-no-current-key"));
        }
        if (rows.existsByCertificateAndStateIn(certificate, OPEN)) {
            return Outcome.refused(Refusal.of("refusal.recovery-open"));
        }
        var row = rows.save(new RecoveryRow(certificate, actor.account(), shorten(reason), clock.instant()));
        var asked = row.view();
        append(actor, asked, "key-recovery-asked");
        signals.start(Processes.KEY_RECOVERY, asked.id().toString(), Map.of());
        return Outcome.accepted(asked);
    }

    /**
     * The second person; never the one who asked.
     *
     * @throws NotAllowed to the one who asked
     */
    @Transactional
    public Outcome<KeyRecovery> decide(Actor supervisor, UUID workItem, boolean approved, String reason) {
        supervisor.require(Role.SUPERVISOR);
        var item = items.one(supervisor, workItem);
        if (!item.kind().equals("approve-key-recovery")) {
            throw new NotFound("work item " + workItem + " is a " + item.kind());
        }
        var row = row(UUID.fromString(item.businessKey()));
        if (row.view().askedBy().equals(supervisor.account())) {
            throw new NotAllowed(supervisor.account() + " asked and may not approve");
        }
        if (!approved && reason.isBlank()) {
            return Outcome.refused(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (row.view().state() != KeyRecovery.State.ASKED) {
            return Outcome.refused(Refusal.of("refusal.step-passed"));
        }
        row.decide(approved, supervisor.account(), shorten(reason), clock.instant());
        append(supervisor, row.view(), approved ? "key-recovery-approved" : "key-recovery-refused");
        var done = complete.complete(supervisor, workItem, Map.of("approved", approved));
        if (done instanceof Outcome.Refused<?> refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(refused.reasons());
        }
        return Outcome.accepted(row.view());
    }

    /** @throws NotAllowed to customers */
    @Transactional(readOnly = true)
    public KeyRecovery one(Actor actor, UUID id) {
        requireStaff(actor);
        return row(id).view();
    }

    /** Of one certificate, newest first. */
    @Transactional(readOnly = true)
    public List<KeyRecovery> ofCertificate(Actor actor, UUID certificate) {
        requireStaff(actor);
        return rows.findByCertificateOrderByAskedDesc(certificate).stream()
                .map(RecoveryRow::view)
                .toList();
    }

    /**
     * The envelope, for the key agent; only the holder's key opens it. Each time goes on the record.
     *
     * @throws NotFound if nothing was recovered
     */
    @Transactional
    public byte[] envelope(Actor actor, UUID id) {
        actor.require(Role.CUSTOMER_SERVICE, Role.SUPERVISOR);
        var row = row(id);
        var envelope = row.envelope();
        if (envelope == null) {
            throw new NotFound("recovered key");
        }
        append(actor, row.view(), "key-recovery-taken");
        return envelope;
    }

    private static void requireStaff(Actor actor) {
        actor.require(Role.CUSTOMER_SERVICE, Role.SUPERVISOR, Role.AUDITOR);
    }

    private RecoveryRow row(UUID id) {
        return rows.findById(id).orElseThrow(() -> new NotFound("key recovery"));
    }

    private void append(Actor actor, KeyRecovery recovery, String verb) {
        var serial = pairs.findById(recovery.certificate()).orElseThrow().pair().serial();
        log.append(
                actor,
                null,
                "certificate " + serial,
                verb,
                Map.of("serial", serial, "why", Objects.requireNonNullElse(recovery.answer(), recovery.reason())));
    }

    private static String shorten(String reason) {
        var stripped = reason.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }
}
