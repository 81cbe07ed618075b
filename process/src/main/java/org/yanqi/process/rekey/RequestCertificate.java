package org.yanqi.process.rekey;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.RequestProof;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.rekey.model.KeyUpdate;

/** Takes the agent's certificate request: proof of possession by the new key and by the old (certificates.md, Issuing). */
@Service
public class RequestCertificate {
    private static final Actor SYSTEM = Actor.system("rekey");

    private final TicketCheck check;
    private final Certificates certificates;
    private final GoOn goOn;
    private final AppendToRecord record;
    private final Clock clock;

    RequestCertificate(TicketCheck check, Certificates certificates, GoOn goOn, AppendToRecord record, Clock clock) {
        this.check = check;
        this.certificates = certificates;
        this.goOn = goOn;
        this.record = record;
        this.clock = clock;
    }

    /**
     * The same request again changes nothing and tells how far it came.
     *
     * @return refused with csr-malformed, csr-weak-key, csr-subject, csr-old-key, pop-failed, old-signature-failed or
     *     wrong-state, each after {@code refusal.}
     * @throws TicketRefused if the ticket does not hold
     */
    @Transactional
    public Outcome<Rekey> request(TicketClaims claims, byte[] request, byte[] oldSignature) {
        return request(TicketCheck.AGENT, check.check(claims, "rekey").update(), request, oldSignature);
    }

    /** As {@link #request(TicketClaims, byte[], byte[])}, for an update that is locked. */
    Outcome<Rekey> request(Actor by, KeyUpdate update, byte[] request, byte[] oldSignature) {
        if (update.isStopped()) {
            return Outcome.refused(Refusal.of("refusal.wrong-state"));
        }
        boolean repeated = update.isSameRequest(request);
        if (repeated && update.stage().compareTo(RekeyStage.REQUEST_SENT) >= 0) {
            // lost answer, or the holder came back after a failure: the desk need not see it
            goOn.leaveDesk(update, update.isIssued() ? "resume" : "retry");
            goOn.withRequest(update);
            return Outcome.accepted(update.view());
        }
        if (update.isConfirmed()) {
            return Outcome.refused(Refusal.of("refusal.wrong-state"));
        }
        CertificatePair old = certificates.one(SYSTEM, update.oldCertificate());
        Optional<String> flaw = RequestProof.flaw(request, old.algorithm(), old.signing(), oldSignature);
        if (flaw.isPresent()) {
            record.append(
                    by,
                    update.caseId(),
                    "certificate " + old.serial(),
                    "request-refused",
                    Map.of("reason", flaw.get()));
            return Outcome.refused(Refusal.of("refusal." + flaw.get()));
        }
        if (!goOn.withRequest(update)) {
            return Outcome.refused(Refusal.of("refusal.wrong-state"));
        }
        update.requested(request, oldSignature, clock.instant());
        record.append(
                by,
                update.caseId(),
                "certificate " + old.serial(),
                "certificate-requested",
                Map.of("serial", old.serial()));
        return Outcome.accepted(update.view());
    }

    /** What was issued for the item, the same bytes each time; empty while it is pending. */
    @Transactional
    public Optional<Issued> result(TicketClaims claims) {
        TicketCheck.Checked checked = check.check(claims, "rekey");
        KeyUpdate update = checked.update();
        if (update.stage().compareTo(RekeyStage.ISSUED) < 0) {
            return Optional.empty();
        }
        return update.delivered()
                .map(pair -> new Issued(
                        pair.signing(),
                        pair.encryption(),
                        pair.envelope(),
                        pair.chain(),
                        checked.ticket().nonce()));
    }

    /** Where the update stands, for an agent that waits. */
    @Transactional
    public Rekey standing(TicketClaims claims) {
        return check.check(claims, "rekey").update().view();
    }

    /** What the agent writes to the key. */
    public record Issued(
            byte[] signing,
            byte @Nullable [] encryption,
            byte @Nullable [] envelope,
            List<byte[]> chain,
            String nonce) {}
}
