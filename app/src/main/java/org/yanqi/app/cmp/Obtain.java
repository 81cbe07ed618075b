package org.yanqi.app.cmp;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PollRepContent;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.cmp.Transaction.State;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/**
 * Brings a transaction forward until the authority has issued, refused, or wants to be asked later. What is unknown is
 * asked again with the same message under the same transaction; an error that answers a repeated message is not yet a
 * refusal of the first one.
 */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class Obtain {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final Exchange exchange;
    private final Compose compose;
    private final Checks checks;
    private final Transactions transactions;
    private final Claims claims;
    private final Confirm confirm;
    private final CmpProperties properties;
    private final Clock clock;

    Obtain(
            Exchange exchange,
            Compose compose,
            Checks checks,
            Transactions transactions,
            Claims claims,
            Confirm confirm,
            CmpProperties properties,
            Clock clock) {
        this.exchange = exchange;
        this.compose = compose;
        this.checks = checks;
        this.transactions = transactions;
        this.claims = claims;
        this.confirm = confirm;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param station protects what follows the first message
     * @param atOnce whether the certificate is confirmed before it is handed out
     */
    Reply advance(Protection station, Transaction transaction, Wanted wanted, boolean atOnce) throws NoAnswer {
        Instant askAfter = transaction.askAfter();
        Instant now = clock.instant();
        if (transaction.state() == State.POLLING && askAfter != null && now.isBefore(askAfter)) {
            return new Reply.Waiting(Duration.between(now, askAfter));
        }
        return claims.speak(transaction, fresh -> {
            Reply reply = switch (fresh.state()) {
                case ASKED, POLLING -> ask(station, fresh, wanted, true);
                case ISSUED, CONFIRMED -> issued(fresh);
                default -> refused(fresh);
            };
            if (reply instanceof Reply.Issued && atOnce) {
                try {
                    confirm.accept(station, transactions.one(fresh.id()));
                } catch (Confirm.TakenBack e) {
                    return new Reply.Refused("confirmation-refused", String.valueOf(e.getMessage()));
                }
            }
            return reply;
        });
    }

    private Reply ask(Protection station, Transaction t, Wanted wanted, boolean mayPoll) throws NoAnswer {
        byte[] message = t.state() == State.POLLING ? compose.poll(station, t) : t.message();
        transactions.sending(t.id());
        Answer answer;
        try {
            answer = exchange.send(message);
        } catch (Exchange.Unheard e) {
            transactions.undecided(t.id(), t.state(), t.unanswered(), String.valueOf(e.getMessage()));
            throw e;
        }
        try {
            int type = answer.body().getType();
            if (type == PKIBody.TYPE_POLL_REP) {
                PollRepContent told = PollRepContent.getInstance(answer.body().getContent());
                return waiting(
                        t, answer, Duration.ofSeconds(told.getCheckAfter(0).longValueExact()));
            }
            if (type == PKIBody.TYPE_ERROR) {
                Status status =
                        Status.of(ErrorMsgContent.getInstance(answer.body().getContent()));
                return status.isWaiting() ? later(station, t, answer, wanted, mayPoll) : error(t, status);
            }
            if (type != t.kind().answer()) {
                throw new NoAnswer("an answer of kind " + type, new IOException("unexpected"));
            }
            CertRepMessage told = CertRepMessage.getInstance(answer.body().getContent());
            CertResponse response = only(t, told);
            Status status = Status.of(response.getStatus());
            if (status.isWaiting()) {
                return later(station, t, answer, wanted, mayPoll);
            }
            return status.isGranted() ? granted(station, t, answer, told, response, wanted) : denied(t, status);
        } catch (RuntimeException e) {
            // a body that breaks its own grammar is no answer
            throw new NoAnswer("an answer that cannot be read", e);
        }
    }

    private static CertResponse only(Transaction t, CertRepMessage told) throws NoAnswer {
        CertResponse[] all = told.getResponse();
        if (all.length != 1 || all[0].getCertReqId().intValueExact() != t.kind().requestId()) {
            throw new NoAnswer("an answer to another request", new IOException("certReqId"));
        }
        return all[0];
    }

    /** The certificate is not ready: how long to wait is told in answer to a first question at once. */
    private Reply later(Protection station, Transaction t, Answer answer, Wanted wanted, boolean mayPoll)
            throws NoAnswer {
        Reply pause = waiting(t, answer, SHORTEST_PAUSE);
        return mayPoll ? ask(station, transactions.one(t.id()), wanted, false) : pause;
    }

    private Reply waiting(Transaction t, Answer answer, Duration told) {
        Duration pause = told.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : told;
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        transactions.polling(t.id(), answer.nonce(), clock.instant().plus(pause));
        return new Reply.Waiting(pause);
    }

    private Reply error(Transaction t, Status status) throws NoAnswer {
        if (status.isNotNow()) {
            transactions.undecided(t.id(), t.state(), t.unanswered(), status.words());
            throw unknown(status);
        }
        if (status.isKnownAlready()) {
            // it stays unknown what came of the first one; where there was talk of polling, that is the way to hear
            State next = t.peerNonce() == null ? t.state() : State.POLLING;
            transactions.undecided(t.id(), next, true, status.words());
            throw unknown(status);
        }
        if (t.unanswered()) {
            transactions.askAgain(t.id(), status.words());
            throw unknown(status);
        }
        return refuse(t, status);
    }

    private Reply denied(Transaction t, Status status) throws NoAnswer {
        if (status.isNotNow() || status.isKnownAlready()) {
            return error(t, status);
        }
        return refuse(t, status);
    }

    private Reply refuse(Transaction t, Status status) {
        transactions.ended(t.id(), State.REFUSED, status.words());
        return new Reply.Refused("refused-by-authority", status.words());
    }

    private Reply granted(
            Protection station, Transaction t, Answer answer, CertRepMessage told, CertResponse response, Wanted wanted)
            throws NoAnswer {
        X509CertificateHolder certificate = certificateOf(response);
        List<X509CertificateHolder> enclosed = new ArrayList<>(answer.certificates());
        CMPCertificate[] more = told.getCaPubs();
        for (int i = 0; more != null && i < more.length; i++) {
            if (more[i].isX509v3PKCert()) {
                enclosed.add(new X509CertificateHolder(more[i].getX509v3PKCert()));
            }
        }
        Instant until =
                answer.confirmBy() == null ? clock.instant().plus(properties.confirmWithin()) : answer.confirmBy();
        try {
            List<X509CertificateHolder> issuers = checks.issuersOf(certificate, wanted, enclosed);
            boolean done = properties.implicitConfirm() && answer.implicitlyConfirmed();
            keep(t, done ? State.CONFIRMED : State.ISSUED, answer, certificate, issuers, until);
            return issued(transactions.one(t.id()));
        } catch (Checks.Unfit e) {
            String flaw = String.valueOf(e.getMessage());
            keep(t, State.REJECTED, answer, certificate, List.of(), until);
            confirm.reject(station, transactions.one(t.id()), flaw);
            return new Reply.Refused("certificate-unfit", flaw);
        }
    }

    private void keep(
            Transaction t,
            State state,
            Answer answer,
            X509CertificateHolder certificate,
            List<X509CertificateHolder> issuers,
            Instant until) {
        List<byte[]> chain = new ArrayList<>();
        issuers.forEach(one -> chain.add(encoded(one)));
        transactions.issued(t.id(), state, answer.nonce(), encoded(certificate), Transaction.chainOf(chain), until);
    }

    private static X509CertificateHolder certificateOf(CertResponse response) throws NoAnswer {
        if (response.getCertifiedKeyPair() == null
                || response.getCertifiedKeyPair().getCertOrEncCert().hasEncryptedCertificate()) {
            throw new NoAnswer("granted without a certificate that can be read", new IOException("no certificate"));
        }
        return new X509CertificateHolder(response.getCertifiedKeyPair()
                .getCertOrEncCert()
                .getCertificate()
                .getX509v3PKCert());
    }

    private static Reply issued(Transaction t) {
        byte @Nullable [] certificate = t.certificate();
        if (certificate == null) {
            throw new IllegalStateException("transaction " + t.id() + " holds no certificate");
        }
        return new Reply.Issued(certificate, null, null, t.issuers());
    }

    private static Reply refused(Transaction t) {
        return new Reply.Refused("refused-by-authority", String.valueOf(t.words()));
    }

    private static NoAnswer unknown(Status status) {
        return new NoAnswer("the authority says: " + status.words(), new IOException("undecided"));
    }

    private static byte[] encoded(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a certificate that cannot be written", e);
        }
    }
}
