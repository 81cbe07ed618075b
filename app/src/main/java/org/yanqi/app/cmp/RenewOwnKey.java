package org.yanqi.app.cmp;

import java.security.KeyPair;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.cmp.Transaction.Kind;
import org.yanqi.app.cmp.Transaction.State;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/**
 * Renews a certificate whose key is on our side, as that of the registration authority itself: the plain key update of
 * RFC 9483 §4.1.3, protected by the old key, the possession of the new one proved by its signature, confirmed at once.
 */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class RenewOwnKey {
    private final Compose compose;
    private final Transactions transactions;
    private final Obtain obtain;

    RenewOwnKey(Compose compose, Transactions transactions, Obtain obtain) {
        this.compose = compose;
        this.transactions = transactions;
        this.obtain = obtain;
    }

    /**
     * The same key asked again gets the same certificate.
     *
     * @param own what is renewed
     */
    Reply renew(String requestKey, Station own, KeyPair fresh, Instant notBefore, Instant notAfter) throws NoAnswer {
        SubjectPublicKeyInfo key =
                SubjectPublicKeyInfo.getInstance(fresh.getPublic().getEncoded());
        Wanted wanted = new Wanted(key, own.certificate().getSubject(), notBefore, notAfter);
        Optional<Transaction> before = transactions.latest(requestKey);
        boolean anew = before.isEmpty()
                || before.get().state() == State.REFUSED
                || before.get().state() == State.REJECTED;
        return obtain.advance(
                own,
                anew
                        ? begin(requestKey, before.map(Transaction::turn).orElse(0) + 1, own, fresh, wanted)
                        : before.get(),
                wanted,
                true);
    }

    private Transaction begin(String requestKey, int turn, Station own, KeyPair fresh, Wanted wanted) {
        byte[] id = Crypto.random();
        byte[] message =
                compose.update(own, id, wanted, own.certificate(), Station.signer(wanted.key(), fresh.getPrivate()));
        return transactions.begin(
                id,
                requestKey,
                turn,
                Kind.UPDATE,
                Crypto.sha256(fresh.getPublic().getEncoded()),
                message);
    }
}
