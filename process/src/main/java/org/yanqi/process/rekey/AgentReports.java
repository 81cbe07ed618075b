package org.yanqi.process.rekey;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.KeyContents;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/** What the key agent tells the server, each call proven by a ticket; repeatable. */
@Service
public class AgentReports {
    /** What stops the update until somebody helps; the rest the holder mends alone (certificates.md, "What goes wrong"). */
    private static final Set<String> FOR_THE_DESK =
            Set.of("pin-locked", "key-removed", "key-full", "write-failed", "import-failed", "internal");

    private static final Set<String> FOR_THE_HOLDER = Set.of("pin-wrong", "wrong-key", "several-keys", "cancelled");
    private static final Set<RekeyStage> TOLD_BY_AGENT = EnumSet.of(
            RekeyStage.KEY_READ,
            RekeyStage.PIN_ACCEPTED,
            RekeyStage.KEY_GENERATED,
            RekeyStage.WRITTEN,
            RekeyStage.READ_BACK);

    private final TicketCheck check;
    private final KeyContents contents;
    private final Signals signals;
    private final AppendToRecord record;
    private final Clock clock;

    AgentReports(TicketCheck check, KeyContents contents, Signals signals, AppendToRecord record, Clock clock) {
        this.check = check;
        this.contents = contents;
        this.signals = signals;
        this.record = record;
        this.clock = clock;
    }

    /**
     * A key that the agent found.
     *
     * @param contents all certificates on it, those no longer in use too
     */
    public record FoundKey(
            String keySerial,
            String kind,
            int freeSlots,
            List<byte[]> signingCertificates,
            List<KeyContents.Found> contents) {

        /** Of an agent that tells nothing of what else is on the key. */
        public FoundKey(String keySerial, String kind, int freeSlots, List<byte[]> signingCertificates) {
            this(keySerial, kind, freeSlots, signingCertificates, List.of());
        }
    }

    /** Verdict: match, other-company, other-key, none or several; with a sentence's code. */
    public record Verdict(String verdict, String code) {}

    /** @throws TicketRefused if the ticket does not hold */
    @Transactional
    public Verdict found(TicketClaims claims, List<FoundKey> keys) {
        KeyUpdate update = check.check(claims, "read", "rekey").update();
        String verdict = judge(claims, update, keys);
        if (!verdict.equals("match")) {
            record.append(
                    TicketCheck.AGENT,
                    update.caseId(),
                    "item " + update.item(),
                    "key-not-matching",
                    Map.of("verdict", verdict, "keys", Integer.toString(keys.size())));
        }
        String keySerial = claims.keySerial();
        if (verdict.equals("match")
                && keySerial != null
                && !keys.get(0).contents().isEmpty()) {
            contents.seen(keySerial, keys.get(0).contents());
        }
        return new Verdict(verdict, "verdict." + verdict);
    }

    /** @throws TicketRefused if the ticket does not hold */
    @Transactional
    public void stage(TicketClaims claims, RekeyStage stage) {
        KeyUpdate update = check.check(claims, "read", "rekey").update();
        if (!TOLD_BY_AGENT.contains(stage) || update.isConfirmed() || update.isStopped()) {
            // request, issue and confirmation are what the server itself saw
            return;
        }
        boolean needsCertificate = stage.compareTo(RekeyStage.REQUEST_SENT) > 0;
        if (needsCertificate && update.stage().compareTo(RekeyStage.ISSUED) < 0) {
            return;
        }
        RekeyStage before = update.stage();
        update.reached(stage, clock.instant());
        if (update.stage() != before) {
            record.append(
                    TicketCheck.AGENT,
                    update.caseId(),
                    "item " + update.item(),
                    "key-stage-reached",
                    Map.of("stage", stage.name()));
        }
    }

    /**
     * @param code of certificates.md, "What goes wrong with a key"; one that is not known counts as internal
     * @throws TicketRefused if the ticket does not hold
     */
    @Transactional
    public void failed(TicketClaims claims, String code, String detail) {
        KeyUpdate update = check.check(claims, "read", "rekey").update();
        if (update.isConfirmed() || update.isStopped()) {
            return;
        }
        String known = FOR_THE_DESK.contains(code) || FOR_THE_HOLDER.contains(code) ? code : "internal";
        if (known.equals(update.view().failure())
                && Objects.equals(detail, update.view().failureDetail())) {
            return;
        }
        update.failed(known, detail, clock.instant());
        record.append(
                TicketCheck.AGENT,
                update.caseId(),
                "item " + update.item(),
                "key-update-failed",
                Map.of("failure", known, "stage", update.stage().name()));
        if (FOR_THE_DESK.contains(known)) {
            // nobody waits for it while the certificate is being issued: it is issued all the same and can be resumed
            signals.correlate(Messages.REKEY_FAILED, update.item().toString(), Map.of("failure", known));
        }
    }

    private static String judge(TicketClaims claims, KeyUpdate update, List<FoundKey> keys) {
        if (keys.isEmpty()) {
            return "none";
        }
        if (keys.size() > 1) {
            return "several";
        }
        List<byte[]> on = keys.get(0).signingCertificates();
        boolean wanted = on.stream()
                .anyMatch(der -> read(der).filter(one -> isWanted(claims, one)).isPresent()
                        || update.pair()
                                .filter(pair -> Arrays.equals(der, pair.signing()))
                                .isPresent());
        if (wanted) {
            return "match";
        }
        boolean sameCompany =
                on.stream().flatMap(der -> read(der).stream()).anyMatch(one -> isSameCompany(claims, one));
        return sameCompany ? "other-key" : "other-company";
    }

    private static boolean isWanted(TicketClaims claims, X509CertificateHolder one) {
        return claims.serial() != null
                && claims.issuer() != null
                && one.getSerialNumber().equals(new BigInteger(claims.serial(), 16))
                && one.getIssuer().equals(new X500Name(claims.issuer()));
    }

    private static boolean isSameCompany(TicketClaims claims, X509CertificateHolder one) {
        if (claims.subject() == null) {
            return false;
        }
        RDN[] wanted = new X500Name(claims.subject()).getRDNs(BCStyle.O);
        RDN[] found = one.getSubject().getRDNs(BCStyle.O);
        return wanted.length == 1
                && found.length == 1
                && wanted[0]
                        .getFirst()
                        .getValue()
                        .toString()
                        .equals(found[0].getFirst().getValue().toString());
    }

    /** What cannot be read is no certificate of ours. */
    private static Optional<X509CertificateHolder> read(byte[] der) {
        try {
            return Optional.of(new X509CertificateHolder(der));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
