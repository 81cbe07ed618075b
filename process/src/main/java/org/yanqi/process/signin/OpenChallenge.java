package org.yanqi.process.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.rekey.port.TicketSeal;
import org.yanqi.process.signin.model.Challenge;
import org.yanqi.process.signin.model.Challenges;

/** Gives a session a challenge for the key, as a ticket that the agent understands (certificates.md, "The key agent"). */
@Service
public class OpenChallenge {
    static final String OPERATION = "sign-in";
    private static final int NONCE_BYTES = 32;
    private static final Duration KEPT = Duration.ofDays(1);

    private final Challenges challenges;
    private final TicketSeal seal;
    private final SignInProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OpenChallenge(Challenges challenges, TicketSeal seal, SignInProperties properties, Clock clock) {
        this.challenges = challenges;
        this.seal = seal;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A challenge.
     *
     * @param secret stays in the session that asked; the challenge is worth nothing without it
     * @param ticket for the agent
     */
    public record Opened(String id, String secret, String ticket) {}

    /**
     * @param origin scheme, host and port of the page
     * @param from network address of the browser
     */
    @Transactional
    public Opened open(String origin, String from) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        challenges.forget(now.minus(KEPT));
        String secret = random(NONCE_BYTES);
        TicketClaims claims = new TicketClaims(
                UUID.randomUUID().toString(),
                origin,
                OPERATION,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                random(NONCE_BYTES),
                now,
                now.plus(properties.challengeLife()));
        challenges.save(new Challenge(
                claims.id(), origin, claims.nonce(), Hashes.of(secret), from, claims.issuedAt(), claims.expires()));
        return new Opened(claims.id(), secret, seal.sign(claims));
    }

    private String random(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    }
}
