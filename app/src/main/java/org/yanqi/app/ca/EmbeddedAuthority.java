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
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.yanqi.app.ca.km.KeyManagement;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.RequestProof;
import org.yanqi.process.certificate.port.CertificateAuthority;

/** The authority inside the product. Called without a transaction: it commits what it must remember before it signs. */
public final class EmbeddedAuthority implements CertificateAuthority {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedAuthority.class);

    private final Hierarchies hierarchies;
    private final Profiles profiles;
    private final Issue issue;
    private final Books books;
    private final KeyManagement keys;
    private final AskStanding standings;

    EmbeddedAuthority(
            Hierarchies hierarchies,
            Profiles profiles,
            Issue issue,
            Books books,
            KeyManagement keys,
            AskStanding standings) {
        this.hierarchies = hierarchies;
        this.profiles = profiles;
        this.issue = issue;
        this.books = books;
        this.keys = keys;
        this.standings = standings;
    }

    /** An authority with fresh keys in memory that remembers in the given books only: to measure, never to serve. */
    public static CertificateAuthority overBooks(Books books, KeyManagement keys, Clock clock) {
        String address = "http://localhost";
        Hierarchies fresh = Hierarchies.fresh("Yanqi", address, clock);
        Issue issue = new Issue(
                new BuildTbs(address),
                books,
                (hierarchy, certificates) -> new Shard(0, Places.address(address, hierarchy, 0)),
                tbs -> tbs.hierarchy().sign(tbs.der()));
        AskStanding nobody =
                (certificate, der) -> new Standing(State.UNKNOWN, clock.instant(), null, null, null, List.of());
        return new EmbeddedAuthority(fresh, Profiles.standard(), issue, books, keys, nobody);
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
            books.revoke(serial, reason.number());
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
            Optional<Books.Answer> before = books.answerTo(key);
            if (before.isPresent()) {
                return repeat(hierarchy, before.get(), hash(request));
            }
            if (replaced != null) {
                X509CertificateHolder old = read(replaced);
                if (!isOurs(old, replaced)) {
                    return refused("replaced-not-ours");
                }
                if (books.isRevoked(Issuances.hex(old.getSerialNumber()))) {
                    return refused("replaced-revoked");
                }
            }
            // a crash between specimen and signature leaves serials that may have been signed
            books.abandonUnfinished(key);
            return issue(hierarchy, algorithm, key, request, subject, notBefore, notAfter);
        } catch (LintFailed e) {
            log.error("Request {}: {}", key, e.getMessage());
            return new Reply.Refused("lint-failed", e.getMessage());
        } catch (IOException | DataAccessException | TransactionException e) {
            throw new NoAnswer("the authority could not finish request " + key, e);
        }
    }

    private Reply issue(
            Hierarchy hierarchy,
            Algorithm algorithm,
            String key,
            byte[] request,
            X500Name subject,
            Instant notBefore,
            Instant notAfter)
            throws IOException {
        SubjectPublicKeyInfo signingKey = RequestProof.key(request).orElseThrow();
        Instant from = notBefore.truncatedTo(ChronoUnit.SECONDS);
        Instant until = notAfter.truncatedTo(ChronoUnit.SECONDS);
        byte[] envelope = null;
        List<Issue.Wish> wishes = new ArrayList<>();
        for (Profile profile : profiles.of(algorithm)) {
            SubjectPublicKeyInfo certified = signingKey;
            if (profile.keyFrom() == Profile.Origin.KEY_MANAGEMENT) {
                KeyManagement.Delivered pair = keys.make(signingKey);
                certified = pair.publicKey();
                envelope = pair.envelope();
            }
            wishes.add(new Issue.Wish(profile, subject, certified, from, until));
        }
        List<Books.Signed> signed = issue.issue(hierarchy, key, wishes);
        Books.Answer answer = new Books.Answer(
                hash(request),
                signed.get(0).serial(),
                signed.size() > 1 ? signed.get(1).serial() : null,
                envelope);
        if (books.finish(key, signed, answer)) {
            return issued(
                    hierarchy,
                    signed.get(0).certificate(),
                    signed.size() > 1 ? signed.get(1).certificate() : null,
                    envelope);
        }
        return repeat(hierarchy, books.answerTo(key).orElseThrow(), hash(request));
    }

    private Reply repeat(Hierarchy hierarchy, Books.Answer answer, String hash) throws IOException {
        if (!answer.requestHash().equals(hash)) {
            return refused("request-key-used");
        }
        return issued(
                hierarchy,
                books.certificate(answer.signing()).orElseThrow(),
                answer.encryption() == null
                        ? null
                        : books.certificate(answer.encryption()).orElseThrow(),
                answer.envelope());
    }

    private static Reply issued(
            Hierarchy hierarchy, byte[] signing, byte @Nullable [] encryption, byte @Nullable [] envelope)
            throws IOException {
        return new Reply.Issued(
                signing,
                encryption,
                envelope,
                List.of(hierarchy.issuing().getEncoded(), hierarchy.root().getEncoded()));
    }

    private boolean isOurs(X509CertificateHolder certificate, byte[] der) {
        return hierarchies.issuerOf(certificate).isPresent()
                && books.certificate(Issuances.hex(certificate.getSerialNumber()))
                        .filter(known -> Arrays.equals(known, der))
                        .isPresent();
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
}
