package org.yanqi.app.cmp;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.cmp.Transaction.Kind;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.RequestProof;
import org.yanqi.process.certificate.port.CertificateAuthority;

/**
 * An outside authority, asked in the name of holders. Their keys are on desks and sign nothing but the PKCS#10 and the old
 * key's word for it, so this product is a registration authority (RFC 9483 §5.2.3): it verifies both proofs, protects the
 * message with its own certificate, and says that it has verified, or hands the PKCS#10 on for the authority to verify itself.
 *
 * <p>A certificate is confirmed to the authority once the key has proved it (R7), at the latest shortly before the
 * authority's time is over; until the key has confirmed the old one stays in force either way. One that never comes to a
 * key is rejected, or revoked if it was confirmed meanwhile.
 */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class OutsideAuthority implements CertificateAuthority {
    private final CmpProperties properties;
    private final Protection station;
    private final Compose compose;
    private final Transactions transactions;
    private final Claims claims;
    private final Obtain obtain;
    private final Confirm confirm;
    private final Revoke revoke;
    private final LearnStanding standing;

    OutsideAuthority(
            CmpProperties properties,
            Protection station,
            Compose compose,
            Transactions transactions,
            Claims claims,
            Obtain obtain,
            Confirm confirm,
            Revoke revoke,
            LearnStanding standing) {
        this.properties = properties;
        this.station = station;
        this.compose = compose;
        this.transactions = transactions;
        this.claims = claims;
        this.obtain = obtain;
        this.confirm = confirm;
        this.revoke = revoke;
        this.standing = standing;
    }

    @Override
    public Reply enrol(
            String key, String subject, byte[] request, Algorithm algorithm, Instant notBefore, Instant notAfter)
            throws NoAnswer {
        X500Name name = new X500Name(subject);
        Optional<String> flaw = RequestProof.flawOfFirst(request, algorithm, name);
        return flaw.isPresent() ? refused(flaw.get()) : ask(key, request, algorithm, name, notBefore, notAfter, null);
    }

    @Override
    public Reply update(Request request) throws NoAnswer {
        Optional<String> flaw =
                RequestProof.flaw(request.request(), request.algorithm(), request.replaced(), request.oldSignature());
        if (flaw.isPresent()) {
            return refused(flaw.get());
        }
        X509CertificateHolder replaced = read(request.replaced());
        return ask(
                request.key(),
                request.request(),
                request.algorithm(),
                replaced.getSubject(),
                request.notBefore(),
                request.notAfter(),
                replaced);
    }

    /** @throws NoAnswer as well if the authority takes the certificate back: then the old one must stay in force */
    @Override
    public void confirm(byte[] certificate) throws NoAnswer {
        Optional<Transaction> found = transactions.of(certificate);
        if (found.isPresent() && found.get().state() != Transaction.State.CONFIRMED) {
            claims.speak(found.get(), fresh -> {
                confirm.accept(station, fresh);
                return fresh;
            });
        }
    }

    @Override
    public void revoke(byte[] certificate, Reason reason) throws NoAnswer {
        Optional<Transaction> found = transactions.of(certificate);
        if (found.isPresent() && found.get().state() == Transaction.State.ISSUED) {
            claims.speak(found.get(), fresh -> {
                if (fresh.state() == Transaction.State.ISSUED) {
                    confirm.reject(station, fresh, "not used: " + reason);
                }
                return fresh;
            });
        }
        if (found.isEmpty() || !isRejected(transactions.one(found.get().id()))) {
            revoke.revoke(station, read(certificate), certificate, reason);
        }
    }

    @Override
    public Standing standing(byte[] certificate) throws NoAnswer {
        return standing.of(read(certificate), certificate);
    }

    /** The authority knows that the certificate was not accepted, so there is nothing to revoke. */
    private static boolean isRejected(Transaction t) {
        return t.state() == Transaction.State.REJECTED && !t.unanswered();
    }

    private Reply ask(
            String key,
            byte[] request,
            Algorithm algorithm,
            X500Name subject,
            Instant notBefore,
            Instant notAfter,
            @Nullable X509CertificateHolder replaced)
            throws NoAnswer {
        if (!properties.algorithms().contains(algorithm)) {
            return refused("algorithm-not-offered");
        }
        Optional<PKCS10CertificationRequest> parsed = RequestProof.parse(request);
        if (parsed.isEmpty()) {
            // a key update message is served by the embedded authority only
            return refused("csr-malformed");
        }
        PKCS10CertificationRequest pkcs10 = parsed.get();
        Wanted wanted = new Wanted(pkcs10.getSubjectPublicKeyInfo(), subject, notBefore, notAfter);
        Optional<Transaction> before = transactions.latest(key);
        if (before.isPresent() && !before.get().requestHash().equals(Crypto.sha256(request))) {
            return refused("request-key-used");
        }
        boolean anew = before.isEmpty()
                || before.get().state() == Transaction.State.REFUSED
                || before.get().state() == Transaction.State.REJECTED;
        Transaction t = anew
                ? begin(key, before.map(Transaction::turn).orElse(0) + 1, request, pkcs10, wanted, replaced)
                : before.get();
        boolean atOnce = replaced == null || properties.confirm() == CmpProperties.Confirming.AT_ONCE;
        return obtain.advance(station, t, wanted, atOnce);
    }

    /** Only what was refused or rejected is asked for under another transaction; what is unknown never is. */
    private Transaction begin(
            String key,
            int turn,
            byte[] request,
            PKCS10CertificationRequest pkcs10,
            Wanted wanted,
            @Nullable X509CertificateHolder replaced) {
        byte[] id = Crypto.random();
        boolean update = replaced != null && properties.request() == CmpProperties.Asking.KEY_UPDATE;
        byte[] message =
                update ? compose.update(station, id, wanted, replaced, null) : compose.pkcs10(station, id, pkcs10);
        return transactions.begin(id, key, turn, update ? Kind.UPDATE : Kind.PKCS10, Crypto.sha256(request), message);
    }

    private static Reply refused(String code) {
        return new Reply.Refused(code, "the authority is not asked for this: " + code);
    }

    private static X509CertificateHolder read(byte[] certificate) {
        try {
            return new X509CertificateHolder(certificate);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }
}
