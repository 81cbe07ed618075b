package org.yanqi.app.cmp;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.RevRepContent;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.cmp.Transaction.Kind;
import org.yanqi.app.cmp.Transaction.State;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;

/** Has the authority revoke a certificate (rr, rp). What it refuses is told to people, since a revocation must happen in the end. */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class Revoke {
    private final Exchange exchange;
    private final Compose compose;
    private final Transactions transactions;
    private final Claims claims;

    Revoke(Exchange exchange, Compose compose, Transactions transactions, Claims claims) {
        this.exchange = exchange;
        this.compose = compose;
        this.transactions = transactions;
        this.claims = claims;
    }

    /** Repeatable. */
    void revoke(Protection station, X509CertificateHolder certificate, byte[] der, Reason reason) throws NoAnswer {
        String key = "revoke/" + Crypto.sha256(der);
        Optional<Transaction> before = transactions.latest(key);
        Transaction t;
        if (before.isEmpty() || before.get().state() == State.REFUSED) {
            byte[] id = Crypto.random();
            t = transactions.begin(
                    id,
                    key,
                    before.map(Transaction::turn).orElse(0) + 1,
                    Kind.REVOCATION,
                    Crypto.sha256(der),
                    compose.revocation(station, id, certificate, reason.number()));
        } else {
            t = before.get();
        }
        if (t.state() != State.REVOKED) {
            claims.speak(t, fresh -> {
                if (fresh.state() != State.REVOKED) {
                    ask(station, fresh);
                }
                return fresh;
            });
        }
    }

    private void ask(Protection station, Transaction t) throws NoAnswer {
        byte[] message = t.state() == State.POLLING ? compose.poll(station, t) : t.message();
        transactions.sending(t.id());
        Answer answer = exchange.send(message);
        Status status = status(answer);
        if (status.isGranted() || status.has(PKIFailureInfo.certRevoked)) {
            transactions.ended(t.id(), State.REVOKED, null);
            return;
        }
        if (status.isWaiting()) {
            transactions.undecided(t.id(), State.POLLING, false, status.words());
        } else if (!status.isNotNow()) {
            // nothing is lost by a transaction of its own for the next attempt: a revocation cannot happen twice
            transactions.ended(t.id(), State.REFUSED, status.words());
        }
        throw new NoAnswer("the authority did not revoke: " + status.words(), new IOException("not revoked"));
    }

    private static Status status(Answer answer) throws NoAnswer {
        try {
            int type = answer.body().getType();
            if (type == PKIBody.TYPE_ERROR) {
                return Status.of(ErrorMsgContent.getInstance(answer.body().getContent()));
            }
            if (type == PKIBody.TYPE_REVOCATION_REP) {
                PKIStatusInfo[] all =
                        RevRepContent.getInstance(answer.body().getContent()).getStatus();
                if (all.length == 1) {
                    return Status.of(all[0]);
                }
            }
            throw new NoAnswer("an answer of kind " + type + " to a revocation", new IOException("unexpected"));
        } catch (RuntimeException e) {
            throw new NoAnswer("an answer that cannot be read", e);
        }
    }
}
