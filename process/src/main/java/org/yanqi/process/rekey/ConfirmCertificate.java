package org.yanqi.process.rekey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.account.Person;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.LifeOfPair;
import org.yanqi.process.certificate.ProofOfKey;
import org.yanqi.process.notice.SendNotice;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/** Confirms a certificate that was read back and has signed the nonce (R7). */
@Service
public class ConfirmCertificate {
    private static final String WHAT_IS_SIGNED = "yanqi-confirm\n%s\n%s";

    private final TicketCheck check;
    private final LifeOfPair life;
    private final Certificates certificates;
    private final GoOn goOn;
    private final Signals signals;
    private final SendNotice notice;
    private final Organisations organisations;
    private final Clock clock;

    ConfirmCertificate(
            TicketCheck check,
            LifeOfPair life,
            Certificates certificates,
            GoOn goOn,
            Signals signals,
            SendNotice notice,
            Organisations organisations,
            Clock clock) {
        this.check = check;
        this.life = life;
        this.certificates = certificates;
        this.goOn = goOn;
        this.signals = signals;
        this.notice = notice;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * The same confirmation again changes nothing.
     *
     * @param signature by the new key over {@code yanqi-confirm}, the ticket's origin and its nonce, each on a line
     * @return refused with wrong-state, read-back-differs or nonce-not-signed, each after {@code refusal.}
     * @throws TicketRefused if the ticket does not hold
     */
    @Transactional
    public Outcome<Rekey> confirm(
            TicketClaims claims, byte[] signingReadBack, byte @Nullable [] encryptionReadBack, byte[] signature) {
        TicketCheck.Checked checked = check.check(claims, "rekey");
        KeyUpdate update = checked.update();
        var pair = update.delivered().orElse(null);
        if (pair == null || update.isStopped()) {
            return Outcome.refused(Refusal.of("refusal.wrong-state"));
        }
        if (!Arrays.equals(pair.signing(), signingReadBack) || !isReadBack(pair.encryption(), encryptionReadBack)) {
            return Outcome.refused(Refusal.of("refusal.read-back-differs"));
        }
        byte[] signed = WHAT_IS_SIGNED
                .formatted(checked.ticket().origin(), checked.ticket().nonce())
                .getBytes(StandardCharsets.UTF_8);
        if (!ProofOfKey.signed(pair.signing(), signed, signature)) {
            return Outcome.refused(Refusal.of("refusal.nonce-not-signed"));
        }
        Outcome<Rekey> outcome = proven(TicketCheck.AGENT, update, claims.order());
        if (outcome.isAccepted()) {
            checked.ticket().used(clock.instant());
        }
        return outcome;
    }

    /** What follows once a key has proved that it holds the certificate of an update that is locked. */
    Outcome<Rekey> proven(Actor by, KeyUpdate update, @Nullable String order) {
        if (update.isConfirmed()) {
            return Outcome.accepted(update.view());
        }
        goOn.leaveDesk(update, "resume");
        if (!signals.correlate(Messages.CERTIFICATE_CONFIRMED, update.item().toString(), Map.of())) {
            return Outcome.refused(Refusal.of("refusal.wrong-state"));
        }
        update.confirmed(clock.instant());
        CertificatePair pair = life.confirmed(by, update.caseId(), Objects.requireNonNull(update.newCertificate()));
        tell(order, update, pair);
        return Outcome.accepted(update.view());
    }

    /** Until when the confirmed certificate is valid. */
    @Transactional
    public Instant notAfter(TicketClaims claims) {
        KeyUpdate update = check.check(claims, "rekey").update();
        return certificates
                .one(Actor.system("rekey"), Objects.requireNonNull(update.newCertificate()))
                .expires();
    }

    /** One certificate in both places is read back once; a pair must be read back whole. */
    private static boolean isReadBack(byte @Nullable [] issued, byte @Nullable [] readBack) {
        return issued == null || Arrays.equals(issued, readBack);
    }

    private void tell(@Nullable String order, KeyUpdate update, CertificatePair pair) {
        Person holder = organisations.person(pair.holder());
        notice.send(
                "rekeyed",
                holder.email(),
                Locale.SIMPLIFIED_CHINESE,
                Map.of(
                        "name", holder.name(),
                        "holder", pair.holderName(),
                        "organisation", organisations.one(pair.organisation()).name(),
                        "order", Objects.requireNonNullElse(order, ""),
                        "serial", pair.serial(),
                        "until", pair.lastDay().toString()),
                List.of(),
                update.caseId(),
                "rekeyed-" + update.item());
    }
}
