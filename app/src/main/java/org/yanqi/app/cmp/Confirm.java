package org.yanqi.app.cmp;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.cmp.Transaction.State;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;

/**
 * Tells the authority that a certificate is accepted or rejected (certConf) and hears that it knows (pkiConf). Called by
 * whoever holds the claim on the transaction. Repeatable: the same message is sent again until it is answered.
 */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class Confirm {
    private static final Logger log = LoggerFactory.getLogger(Confirm.class);

    private final Exchange exchange;
    private final Compose compose;
    private final Transactions transactions;
    private final Clock clock;

    Confirm(Exchange exchange, Compose compose, Transactions transactions, Clock clock) {
        this.exchange = exchange;
        this.compose = compose;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The authority does not stand by its certificate. */
    static final class TakenBack extends NoAnswer {
        private static final long serialVersionUID = 1L;

        TakenBack(String words) {
            super("the authority took its certificate back: " + words, new IOException(words));
        }
    }

    /** @throws TakenBack if the authority refuses the confirmation, or one of us rejected the certificate before */
    void accept(Protection station, Transaction t) throws NoAnswer {
        if (t.state() == State.CONFIRMED) {
            return;
        }
        if (t.state() != State.ISSUED) {
            throw new TakenBack(String.valueOf(t.words()));
        }
        Status refused = say(station, t, null);
        if (refused == null || refused.has(PKIFailureInfo.certConfirmed) || isHeardBefore(t, refused)) {
            transactions.ended(t.id(), State.CONFIRMED, refused == null ? null : refused.words());
            return;
        }
        transactions.ended(t.id(), State.REJECTED, refused.words());
        throw new TakenBack(refused.words());
    }

    /**
     * The certificate will not be used. It is noted first, so that it is never accepted afterwards. An authority that cannot be
     * told withdraws by itself what nobody confirmed; the transaction stays marked as unanswered.
     */
    void reject(Protection station, Transaction t, String flaw) {
        transactions.ended(t.id(), State.REJECTED, flaw);
        try {
            Status refused = say(station, t, flaw);
            if (refused != null) {
                log.warn("Transaction {}: the authority answered to the rejection: {}", t.id(), refused.words());
            }
            transactions.ended(t.id(), State.REJECTED, flaw);
        } catch (NoAnswer e) {
            log.warn("Transaction {}: the authority could not be told of the rejection: {}", t.id(), e.getMessage());
        }
    }

    /**
     * A repeated confirmation meets an error while the time for it still runs: then the transaction is over at the
     * authority, and nothing but the first confirmation can have ended it.
     */
    private boolean isHeardBefore(Transaction t, Status refused) {
        Instant until = t.confirmBy();
        boolean aboutThisMessage = refused.has(PKIFailureInfo.badMessageCheck
                | PKIFailureInfo.wrongIntegrity
                | PKIFailureInfo.certRevoked
                | PKIFailureInfo.badTime);
        return t.unanswered()
                && !aboutThisMessage
                && until != null
                && clock.instant().isBefore(until);
    }

    /** @return null if the authority knows now, else what it answered */
    private @Nullable Status say(Protection station, Transaction t, @Nullable String flaw) throws NoAnswer {
        byte[] message = t.confirmation();
        if (message == null || flaw != null) {
            message = compose.confirmation(station, t, certificate(t), flaw);
            transactions.confirming(t.id(), message);
        }
        transactions.sending(t.id());
        Answer answer;
        try {
            answer = exchange.send(message);
        } catch (Exchange.Unheard e) {
            transactions.undecided(
                    t.id(), transactions.one(t.id()).state(), t.unanswered(), String.valueOf(e.getMessage()));
            throw e;
        }
        int type = answer.body().getType();
        if (type == PKIBody.TYPE_CONFIRM) {
            return null;
        }
        if (type != PKIBody.TYPE_ERROR) {
            throw new NoAnswer("an answer of kind " + type + " to a confirmation", new IOException("unexpected"));
        }
        try {
            Status status = Status.of(ErrorMsgContent.getInstance(answer.body().getContent()));
            if (status.isNotNow() || status.isWaiting()) {
                throw new NoAnswer("the authority says: " + status.words(), new IOException("undecided"));
            }
            return status;
        } catch (RuntimeException e) {
            throw new NoAnswer("an answer that cannot be read", e);
        }
    }

    private static X509CertificateHolder certificate(Transaction t) {
        byte[] der = t.certificate();
        try {
            if (der == null) {
                throw new IllegalStateException("transaction " + t.id() + " holds no certificate");
            }
            return new X509CertificateHolder(der);
        } catch (IOException e) {
            throw new IllegalStateException("transaction " + t.id() + " holds a broken certificate", e);
        }
    }
}
