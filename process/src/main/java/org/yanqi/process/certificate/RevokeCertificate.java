package org.yanqi.process.certificate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yanqi.process.certificate.model.PairRows;
import org.yanqi.process.certificate.model.RevocationRow;
import org.yanqi.process.certificate.model.RevocationRows;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
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
import org.yanqi.process.worklist.WorkItem;

/** Revokes a certificate outside a renewal: customer service asks with a reason, a supervisor who is somebody else agrees. */
@Service
public class RevokeCertificate {
    /** Why staff may revoke; superseding is what a renewal does. */
    public static final Set<Reason> CAUSES =
            Set.of(Reason.KEY_COMPROMISE, Reason.CESSATION_OF_OPERATION, Reason.UNSPECIFIED);

    private static final int LONGEST_REASON = 500;

    private final PairRows pairs;
    private final RevocationRows revocations;
    private final SearchWorkItems items;
    private final CompleteWorkItem complete;
    private final Signals signals;
    private final AppendToRecord record;
    private final Clock clock;

    RevokeCertificate(
            PairRows pairs,
            RevocationRows revocations,
            SearchWorkItems items,
            CompleteWorkItem complete,
            Signals signals,
            AppendToRecord record,
            Clock clock) {
        this.pairs = pairs;
        this.revocations = revocations;
        this.items = items;
        this.complete = complete;
        this.signals = signals;
        this.record = record;
        this.clock = clock;
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Revocation one(Actor actor, UUID id) {
        actor.require(Role.CUSTOMER_SERVICE, Role.SUPERVISOR, Role.AUDITOR, Role.SYSTEM);
        return row(id).view();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Revocation> ofCertificate(Actor actor, UUID certificate) {
        actor.require(Role.CUSTOMER_SERVICE, Role.SUPERVISOR, Role.AUDITOR);
        return revocations.findByCertificateOrderByAskedDesc(certificate).stream()
                .map(RevocationRow::view)
                .toList();
    }

    /**
     * Asks for it; nothing is revoked yet.
     *
     * @return refused with reason-missing, decision-missing, certificate-not-in-force or revocation-under-way, each after
     *     {@code refusal.}
     */
    @Transactional
    public Outcome<Revocation> ask(Actor actor, UUID certificate, @Nullable Reason cause, String reason) {
        actor.require(Role.CUSTOMER_SERVICE, Role.SUPERVISOR);
        // the pair's lock lets one of two who ask at once be the second
        CertificatePair pair = pairs.lock(certificate)
                .orElseThrow(() -> new NotFound("certificate"))
                .pair();
        List<Refusal> refusals = check(pair, cause, reason);
        if (!refusals.isEmpty() || cause == null) {
            return Outcome.refused(refusals);
        }
        RevocationRow row =
                revocations.save(new RevocationRow(pair, cause, shorten(reason), actor.account(), clock.instant()));
        append(actor, pair, "revocation-asked", Map.of("cause", cause.name(), "reason", shorten(reason)));
        signals.start(
                Processes.CERTIFICATE_REVOCATION, row.view().id().toString(), Map.of("startedBy", actor.account()));
        return Outcome.accepted(row.view());
    }

    private List<Refusal> check(CertificatePair pair, @Nullable Reason cause, String reason) {
        List<Refusal> refusals = new ArrayList<>();
        if (cause == null || !CAUSES.contains(cause)) {
            refusals.add(Refusal.at("cause", "refusal.decision-missing"));
        }
        if (reason.isBlank()) {
            refusals.add(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (pair.state() != CertificateState.IN_FORCE) {
            refusals.add(Refusal.of("refusal.certificate-not-in-force"));
        }
        if (revocations.findByCertificateOrderByAskedDesc(pair.id()).stream()
                .map(RevocationRow::view)
                .anyMatch(one -> one.state() == Revocation.State.ASKED || one.state() == Revocation.State.APPROVED)) {
            refusals.add(Refusal.of("refusal.revocation-under-way"));
        }
        return refusals;
    }

    /**
     * Four eyes: never the one who asked.
     *
     * @throws NotAllowed to the one who asked
     */
    @Transactional
    public Outcome<Revocation> decide(Actor supervisor, UUID workItem, boolean approved, String reason) {
        supervisor.require(Role.SUPERVISOR);
        WorkItem item = items.one(supervisor, workItem);
        if (!item.kind().equals("approve-revocation")) {
            throw new NotFound("work item " + workItem + " is a " + item.kind());
        }
        RevocationRow row = row(UUID.fromString(item.businessKey()));
        if (row.view().askedBy().equals(supervisor.account())) {
            throw new NotAllowed(supervisor.account() + " asked for it and may not approve");
        }
        if (!approved && reason.isBlank()) {
            return Outcome.refused(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (complete.complete(supervisor, workItem, Map.of("approved", approved))
                instanceof Outcome.Refused<WorkItem> refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(refused.reasons());
        }
        row.decide(approved, supervisor.account(), shorten(reason), clock.instant());
        append(
                supervisor,
                pairs.findById(row.view().certificate()).orElseThrow().pair(),
                approved ? "revocation-approved" : "revocation-declined",
                Map.of("reason", shorten(reason)));
        return Outcome.accepted(row.view());
    }

    private RevocationRow row(UUID id) {
        return revocations.findById(id).orElseThrow(() -> new NotFound("revocation"));
    }

    private void append(Actor actor, CertificatePair pair, String verb, Map<String, String> more) {
        Map<String, String> facts = new HashMap<>(more);
        facts.put("serial", pair.serial());
        facts.put("key", pair.keySerial());
        record.append(actor, null, "certificate " + pair.serial(), verb, facts);
    }

    private static String shorten(String reason) {
        String stripped = reason.strip();
        return stripped.length() > LONGEST_REASON ? stripped.substring(0, LONGEST_REASON) : stripped;
    }
}
