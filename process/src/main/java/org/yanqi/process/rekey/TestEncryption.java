package org.yanqi.process.rekey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.EncryptTo;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.model.SelfTest;
import org.yanqi.process.rekey.model.SelfTests;
import org.yanqi.process.rekey.port.TicketSeal;

/**
 * Lets a holder find out whether the key opens what is encrypted to its certificate, before a bid depends on it (R4): the
 * pair in force, and the one before it that is kept on the key for bids encrypted earlier.
 */
@Service
public class TestEncryption {
    /** The agent hands out nothing that does not begin with it. */
    private static final byte[] PREFIX = "yanqi-self-test\n".getBytes(StandardCharsets.US_ASCII);

    private static final int RANDOM_BYTES = 32;
    private static final Set<CertificateState> TESTED = Set.of(CertificateState.IN_FORCE, CertificateState.SUPERSEDED);

    private final Certificates certificates;
    private final SelfTests tests;
    private final TicketSeal seal;
    private final AppendToRecord record;
    private final RekeyProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TestEncryption(
            Certificates certificates,
            SelfTests tests,
            TicketSeal seal,
            AppendToRecord record,
            RekeyProperties properties,
            Clock clock) {
        this.certificates = certificates;
        this.tests = tests;
        this.seal = seal;
        this.record = record;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Signs a ticket for one test.
     *
     * @param certificate the pair to test
     * @param origin scheme, host and port of the page
     */
    @Transactional
    public Outcome<String> open(Actor actor, UUID certificate, String origin) {
        actor.require(Role.HOLDER, Role.ORGANISATION_ADMINISTRATOR);
        CertificatePair pair = certificates.one(actor, certificate);
        if (!pair.holder().equals(actor.person())) {
            return Outcome.refused(Refusal.of("refusal.key-of-another-person", pair.holderName()));
        }
        if (!isOffered(pair)) {
            return Outcome.refused(Refusal.of("refusal.certificate-not-on-key"));
        }
        byte[] message = message();
        byte[] challenge =
                EncryptTo.certificate(Objects.requireNonNullElse(pair.encryption(), pair.signing()), message);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        TicketClaims claims = claims(pair, origin, now);
        tests.save(new SelfTest(
                claims.id(),
                pair.id(),
                origin,
                claims.nonce(),
                hash(message),
                actor.account(),
                claims.issuedAt(),
                claims.expires()));
        record.append(
                actor,
                null,
                subject(pair),
                "ticket-opened",
                Map.of("operation", claims.operation(), "serial", pair.serial()));
        return Outcome.accepted(seal.sign(claims, challenge));
    }

    /**
     * Takes the message that the key opened. The same test a second time changes nothing.
     *
     * @throws TicketRefused if the ticket does not hold
     */
    @Transactional
    public SelfTestResult opened(TicketClaims claims, byte[] plaintext) {
        SelfTest test = find(claims);
        if (!test.isEnded()) {
            test.opens(hash(plaintext), clock.instant());
            tell(test.view());
        }
        return test.view();
    }

    /**
     * Takes what kept the key from opening it.
     *
     * @param code of certificates.md, "What goes wrong with a key", or not-decrypted
     * @throws TicketRefused if the ticket does not hold
     */
    @Transactional
    public SelfTestResult failed(TicketClaims claims, String code) {
        SelfTest test = find(claims);
        if (!test.isEnded()) {
            test.failed(code.matches("[a-z-]{1,40}") ? code : "internal", clock.instant());
            tell(test.view());
        }
        return test.view();
    }

    /** Whether a pair is on a key still: in force, or kept there for bids encrypted earlier. */
    public boolean isOffered(CertificatePair pair) {
        return TESTED.contains(pair.state());
    }

    /** The last test of a pair that has ended. */
    @Transactional(readOnly = true)
    public Optional<SelfTestResult> last(Actor actor, UUID certificate) {
        UUID visible = certificates.one(actor, certificate).id();
        return tests.findFirstByCertificateAndEndedIsNotNullOrderByEndedDesc(visible)
                .map(SelfTest::view);
    }

    private SelfTest find(TicketClaims claims) {
        SelfTest test = tests.lock(claims.id())
                .filter(one -> claims.operation().equals("self-test") && one.isFor(claims.origin(), claims.nonce()))
                .orElseThrow(() -> new TicketRefused("ticket-invalid"));
        if (test.isExpired(clock.instant())) {
            throw new TicketRefused("ticket-expired");
        }
        return test;
    }

    private void tell(SelfTestResult result) {
        CertificatePair pair = certificates.one(Actor.system("rekey"), result.certificate());
        String failure = result.failure();
        record.append(
                TicketCheck.AGENT,
                null,
                subject(pair),
                result.passed() ? "encryption-tested" : "encryption-test-failed",
                failure == null
                        ? Map.of("serial", pair.serial())
                        : Map.of("serial", pair.serial(), "failure", failure));
    }

    private TicketClaims claims(CertificatePair pair, String origin, Instant now) {
        byte[] nonce = new byte[RANDOM_BYTES];
        random.nextBytes(nonce);
        return new TicketClaims(
                UUID.randomUUID().toString(),
                origin,
                "self-test",
                null,
                null,
                pair.issuer(),
                pair.serial(),
                pair.subject(),
                pair.keySerial(),
                pair.algorithm().name(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(nonce),
                now,
                now.plus(properties.ticketLife()));
    }

    private byte[] message() {
        byte[] message = new byte[PREFIX.length + RANDOM_BYTES];
        random.nextBytes(message);
        System.arraycopy(PREFIX, 0, message, 0, PREFIX.length);
        return message;
    }

    private static String subject(CertificatePair pair) {
        return "certificate " + pair.serial();
    }

    private static byte[] hash(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
