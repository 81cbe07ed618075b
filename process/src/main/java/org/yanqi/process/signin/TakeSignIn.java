package org.yanqi.process.signin;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.record.Actor;
import org.yanqi.process.signin.model.Challenge;
import org.yanqi.process.signin.model.Challenges;

/** Lets the session that asked for a challenge see what became of it, and go in with it once. */
@Service
public class TakeSignIn {
    private static final Actor SYSTEM = Actor.system("sign-in");

    private final Challenges challenges;
    private final Certificates certificates;
    private final Clock clock;

    TakeSignIn(Challenges challenges, Certificates certificates, Clock clock) {
        this.challenges = challenges;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** How far a challenge came. */
    public enum Stand {
        WAITING,
        PROVEN,
        REFUSED,
        /** Expired, taken, or never this session's. */
        GONE
    }

    /** @param refusal code of why not, if it was refused */
    public record Seen(Stand stand, @Nullable String refusal) {}

    /** Who may go in, and with which certificate. */
    public record Proven(String login, String serial) {}

    @Transactional(readOnly = true)
    public Seen look(String id, String secret) {
        return own(challenges.findById(id), secret).map(TakeSignIn::seen).orElse(new Seen(Stand.GONE, null));
    }

    /** @return empty if it is not this session's, not proven, expired or taken before */
    @Transactional
    public Optional<Proven> take(String id, String secret) {
        return own(challenges.lock(id), secret)
                .filter(challenge -> challenge.take(clock.instant()))
                .map(this::proven);
    }

    private Optional<Challenge> own(Optional<Challenge> found, String secret) {
        return found.filter(
                challenge -> challenge.isBoundTo(Hashes.of(secret)) && !challenge.isExpired(clock.instant()));
    }

    private static Seen seen(Challenge challenge) {
        if (challenge.refusal() != null) {
            return new Seen(Stand.REFUSED, challenge.refusal());
        }
        return new Seen(challenge.login() == null ? Stand.WAITING : Stand.PROVEN, null);
    }

    private Proven proven(Challenge challenge) {
        UUID pair = challenge.certificate();
        String login = challenge.login();
        if (pair == null || login == null) {
            throw new IllegalStateException("a proven challenge names certificate and account");
        }
        CertificatePair certificate = certificates.one(SYSTEM, pair);
        return new Proven(login, certificate.serial());
    }
}
