package org.yanqi.app.ca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.yanqi.app.ca.km.EncryptionPair;
import org.yanqi.app.ca.km.Envelope;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.RequestProof;
import org.yanqi.process.certificate.port.CertificateAuthority;

/** The authority inside the product. Called without a transaction: it commits what it must remember before it signs. */
@Component
class EmbeddedAuthority implements CertificateAuthority {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedAuthority.class);

    private final Hierarchies hierarchies;
    private final Issue issue;
    private final Issuances issuances;
    private final Revocations revocations;
    private final EscrowedKeys escrow;
    private final Standings standings;
    private final TransactionOperations transactions;
    private final Clock clock;

    EmbeddedAuthority(
            Hierarchies hierarchies,
            Issue issue,
            Issuances issuances,
            Revocations revocations,
            EscrowedKeys escrow,
            Standings standings,
            TransactionOperations transactions,
            Clock clock) {
        this.hierarchies = hierarchies;
        this.issue = issue;
        this.issuances = issuances;
        this.revocations = revocations;
        this.escrow = escrow;
        this.standings = standings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Reply enrol(
            String key, String subject, byte[] request, Algorithm algorithm, Instant notBefore, Instant notAfter)
            throws NoAnswer {
        X500Name name = new X500Name(subject);
        Optional<String> flaw = RequestProof.flawOfFirst(request, algorithm, name);
        if (flaw.isPresent()) {
            return refused(flaw.get());
        }
        return answer(key, request, algorithm, name, notBefore, notAfter, null);
    }

    @Override
    public Reply update(Request request) throws NoAnswer {
        Optional<String> flaw =
                RequestProof.flaw(request.request(), request.algorithm(), request.replaced(), request.oldSignature());
        if (flaw.isPresent()) {
            return refused(flaw.get());
        }
        return answer(
                request.key(),
                request.request(),
                request.algorithm(),
                read(request.replaced()).getSubject(),
                request.notBefore(),
                request.notAfter(),
                request.replaced());
    }

    @Override
    public void revoke(byte[] certificate, Reason reason) throws NoAnswer {
        X509CertificateHolder holder = read(certificate);
        String serial = Issuances.hex(holder.getSerialNumber());
        try {
            if (!isOurs(holder, certificate)) {
                throw new IllegalArgumentException("certificate " + serial + " is not of this authority");
            }
            revocations.add(serial, number(reason), now());
        } catch (DataAccessException e) {
            throw new NoAnswer("the authority's books are closed", e);
        }
    }

    @Override
    public Standing standing(byte[] certificate) throws NoAnswer {
        try {
            return standings.of(read(certificate), certificate);
        } catch (IOException | DataAccessException e) {
            throw new NoAnswer("the authority's books are closed", e);
        }
    }

    private Reply answer(
            String key,
            byte[] request,
            Algorithm algorithm,
            X500Name subject,
            Instant notBefore,
            Instant notAfter,
            byte @Nullable [] replaced)
            throws NoAnswer {
        try {
            Hierarchy hierarchy = hierarchies.of(algorithm);
            Optional<Issuances.Answer> before = issuances.answerTo(key);
            if (before.isPresent()) {
                return repeat(hierarchy, before.get(), hash(request));
            }
            if (replaced != null) {
                X509CertificateHolder old = read(replaced);
                if (!isOurs(old, replaced)) {
                    return refused("replaced-not-ours");
                }
                if (revocations.of(Issuances.hex(old.getSerialNumber())).isPresent()) {
                    return refused("replaced-revoked");
                }
            }
            abandonUnfinished(key);
            return issue(hierarchy, key, request, subject, notBefore, notAfter);
        } catch (LintFailed e) {
            log.error("Request {}: {}", key, e.getMessage());
            return new Reply.Refused("lint-failed", e.getMessage());
        } catch (IOException | DataAccessException | TransactionException e) {
            throw new NoAnswer("the authority could not finish request " + key, e);
        }
    }

    private Reply issue(
            Hierarchy hierarchy, String key, byte[] request, X500Name subject, Instant notBefore, Instant notAfter)
            throws IOException {
        SubjectPublicKeyInfo signingKey =
                RequestProof.parse(request).orElseThrow().getSubjectPublicKeyInfo();
        Instant from = notBefore.truncatedTo(ChronoUnit.SECONDS);
        Instant until = notAfter.truncatedTo(ChronoUnit.SECONDS);
        List<Issue.Wish> wishes = new ArrayList<>();
        wishes.add(new Issue.Wish(Profile.signing(hierarchy.algorithm()), subject, signingKey, from, until));
        EncryptionPair pair = hierarchy.algorithm() == Algorithm.SM2 ? EncryptionPair.make() : null;
        byte[] envelope = pair == null ? null : Envelope.wrap(pair, signingKey);
        if (pair != null) {
            wishes.add(new Issue.Wish(Profile.SM2_ENCRYPTION, subject, pair.publicKey(), from, until));
        }
        issue.issue(hierarchy, key, wishes, made -> {
            String encryption = made.size() > 1 ? made.get(1).serial() : null;
            if (pair != null && encryption != null) {
                escrow.keep(encryption, pair);
            }
            if (!issuances.answer(key, hash(request), made.get(0).serial(), encryption, envelope, now())) {
                // another node answered the same request first: its certificates count, these must never
                made.forEach(one -> {
                    issuances.abandon(one.serial());
                    revocations.add(one.serial(), CRLReason.cessationOfOperation, now());
                });
            }
        });
        return repeat(hierarchy, issuances.answerTo(key).orElseThrow(), hash(request));
    }

    private Reply repeat(Hierarchy hierarchy, Issuances.Answer answer, String hash) throws IOException {
        if (!answer.requestHash().equals(hash)) {
            return refused("request-key-used");
        }
        return new Reply.Issued(
                issuances.certificate(answer.signing()).orElseThrow(),
                answer.encryption() == null
                        ? null
                        : issuances.certificate(answer.encryption()).orElseThrow(),
                answer.envelope(),
                List.of(hierarchy.issuing().getEncoded(), hierarchy.root().getEncoded()));
    }

    /** A crash between specimen and signature leaves serials that may have been signed: they are revoked, never used again. */
    private void abandonUnfinished(String key) {
        transactions.executeWithoutResult(status -> issuances.unfinished(key).forEach(serial -> {
            issuances.abandon(serial);
            revocations.add(serial, CRLReason.cessationOfOperation, now());
        }));
    }

    private boolean isOurs(X509CertificateHolder certificate, byte[] der) {
        return hierarchies.issuerOf(certificate).isPresent()
                && issuances
                        .certificate(Issuances.hex(certificate.getSerialNumber()))
                        .filter(known -> Arrays.equals(known, der))
                        .isPresent();
    }

    private Instant now() {
        return clock.instant();
    }

    private static Reply refused(String code) {
        return new Reply.Refused(code, "the authority refuses the request: " + code);
    }

    private static X509CertificateHolder read(byte[] certificate) {
        try {
            return new X509CertificateHolder(certificate);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }

    private static String hash(byte[] request) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(Reason reason) {
        return switch (reason) {
            case SUPERSEDED -> CRLReason.superseded;
            case KEY_COMPROMISE -> CRLReason.keyCompromise;
            case CESSATION_OF_OPERATION -> CRLReason.cessationOfOperation;
            case UNSPECIFIED -> CRLReason.unspecified;
        };
    }
}
