package org.yanqi.process.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.ParsedCertificate;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Standing;

/** Whether a certificate may sign in now. Asks the authority, so it is called without a transaction. */
@Component
class JudgeCertificate {
    private static final Logger log = LoggerFactory.getLogger(JudgeCertificate.class);

    private final Certificates certificates;
    private final CertificateAuthority authority;
    private final SignInProperties properties;
    private final Clock clock;

    JudgeCertificate(
            Certificates certificates, CertificateAuthority authority, SignInProperties properties, Clock clock) {
        this.certificates = certificates;
        this.authority = authority;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param pair if the house knows it
     * @param refusal code of what speaks against it
     * @param unanswered whether the authority gave no answer, so that only the house's own books speak for it
     */
    record Judgement(
            @Nullable CertificatePair pair, @Nullable String refusal, boolean unanswered) {

        static Judgement of(@Nullable CertificatePair pair, @Nullable String refusal) {
            return new Judgement(pair, refusal, false);
        }

        Judgement refused(@Nullable String code) {
            return new Judgement(pair, code, unanswered);
        }
    }

    Judgement judge(byte[] signing) {
        Optional<CertificatePair> known = known(signing);
        if (known.isEmpty()) {
            return Judgement.of(null, "certificate-unknown");
        }
        CertificatePair pair = known.get();
        String own = ofOwnBooks(pair, clock.instant());
        return own == null ? ofAuthority(pair) : Judgement.of(pair, own);
    }

    /** By issuer and serial, and byte for byte: a look-alike under the same number is none of ours. */
    private Optional<CertificatePair> known(byte[] signing) {
        try {
            ParsedCertificate parsed = ParsedCertificate.of(signing);
            return certificates
                    .bySerial(parsed.issuer(), parsed.serial())
                    .filter(pair -> Arrays.equals(pair.signing(), signing));
        } catch (IllegalArgumentException noCertificate) {
            return Optional.empty();
        }
    }

    private static @Nullable String ofOwnBooks(CertificatePair pair, Instant now) {
        if (pair.state() == CertificateState.SUPERSEDED || pair.successor() != null) {
            return "certificate-superseded";
        }
        if (pair.state() == CertificateState.REVOKED) {
            return "certificate-revoked";
        }
        if (pair.state() == CertificateState.ISSUED) {
            return "certificate-not-confirmed";
        }
        if (now.isBefore(pair.issued()) || now.isAfter(pair.expires())) {
            return "certificate-expired";
        }
        return null;
    }

    private Judgement ofAuthority(CertificatePair pair) {
        Standing standing;
        try {
            standing = authority.standing(pair.signing());
        } catch (NoAnswer silent) {
            log.warn("The authority did not say in what state certificate {} is", pair.serial(), silent);
            return new Judgement(pair, properties.neverSoftFail() ? "status-unknown" : null, true);
        }
        return Judgement.of(
                pair,
                switch (standing.state()) {
                    case REVOKED -> "certificate-revoked";
                    case UNKNOWN -> "certificate-unknown";
                    case GOOD ->
                        Chain.holds(pair.signing(), standing.chain(), clock.instant()) ? null : "certificate-untrusted";
                });
    }
}
