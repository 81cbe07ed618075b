package org.yanqi.process.signin;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.rekey.TicketRefused;
import org.yanqi.process.signin.model.Challenge;
import org.yanqi.process.signin.model.Challenges;

/** The transactions around judging a proof: the nonce is used up before, the outcome is kept after. */
@Component
class SettleChallenge {
    private final Challenges challenges;
    private final AppendToRecord record;
    private final Clock clock;

    SettleChallenge(Challenges challenges, AppendToRecord record, Clock clock) {
        this.challenges = challenges;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Uses the nonce up for this proof.
     *
     * @return the outcome, if this proof was judged before or another one was first; empty if it is to be judged
     * @throws TicketRefused if it is none of ours, for something else, or expired
     */
    @Transactional
    Optional<Outcome<String>> use(TicketClaims claims, String proof) {
        Challenge challenge = challenges.lock(claims.id()).orElseThrow(() -> new TicketRefused("ticket-invalid"));
        boolean whole = challenge.nonce().equals(claims.nonce())
                && challenge.origin().equals(claims.origin())
                && OpenChallenge.OPERATION.equals(claims.operation());
        if (!whole) {
            throw new TicketRefused("ticket-invalid");
        }
        if (challenge.isExpired(clock.instant())) {
            throw new TicketRefused("ticket-expired");
        }
        if (!challenge.use(proof, clock.instant())) {
            return Optional.of(Outcome.refused(Refusal.of("refusal.challenge-used")));
        }
        return challenge.isSettled() ? Optional.of(outcome(challenge)) : Optional.empty();
    }

    /** @param login of the account that goes in, if nothing speaks against it */
    @Transactional
    Outcome<String> settle(String id, JudgeCertificate.Judgement judged, @Nullable String login, String from) {
        CertificatePair pair = judged.pair();
        String refusal = judged.refusal();
        Challenge challenge = challenges.lock(id).orElseThrow(() -> new TicketRefused("ticket-invalid"));
        if (challenge.isSettled()) {
            // the same proof came twice at once: the first outcome counts
            return outcome(challenge);
        }
        challenge.settle(pair == null ? null : pair.id(), refusal == null ? login : null, refusal);
        String subject = pair == null ? "sign-in " + id : "certificate " + pair.serial();
        String serial = pair == null ? "" : pair.serial();
        if (refusal != null) {
            Map<String, String> facts = Map.of("reason", refusal, "serial", serial);
            record.append(Actor.outside("key-agent", from), null, subject, "key-sign-in-refused", facts);
        } else if (judged.unanswered()) {
            Map<String, String> facts = Map.of("login", String.valueOf(login), "serial", serial);
            record.append(Actor.outside("key-agent", from), null, subject, "key-sign-in-state-unknown", facts);
        }
        return outcome(challenge);
    }

    private static Outcome<String> outcome(Challenge challenge) {
        String login = challenge.login();
        return login == null ? Outcome.refused(Refusal.of("refusal." + challenge.refusal())) : Outcome.accepted(login);
    }
}
