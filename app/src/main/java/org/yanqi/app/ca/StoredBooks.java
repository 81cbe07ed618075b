package org.yanqi.app.ca;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** The books in the database, one transaction a step. */
@Component
class StoredBooks implements Books {
    private static final Actor AUTHORITY = Actor.system("certification-authority");

    private final Issuances issuances;
    private final Revocations revocations;
    private final TransactionOperations transactions;
    private final AppendToRecord audit;
    private final Clock clock;

    StoredBooks(
            Issuances issuances,
            Revocations revocations,
            TransactionOperations transactions,
            AppendToRecord audit,
            Clock clock) {
        this.issuances = issuances;
        this.revocations = revocations;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Answer> answerTo(String requestKey) {
        return issuances.answerTo(requestKey);
    }

    @Override
    public Optional<byte[]> certificate(String serial) {
        return issuances.certificate(serial);
    }

    @Override
    public boolean isRevoked(String serial) {
        return revocations.of(serial).isPresent();
    }

    @Override
    public void begin(String requestKey, List<Begun> begun) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> begun.forEach(one -> {
            issuances.begin(requestKey, one, now);
            note("certificate-signing", one.serial(), one.profile());
        }));
    }

    @Override
    public boolean finish(String requestKey, List<Signed> signed, Answer answer) {
        Instant now = clock.instant();
        return Boolean.TRUE.equals(transactions.execute(status -> {
            // another node may have answered the same request first: its certificates count, these must never
            boolean late = issuances.answerTo(requestKey).isPresent();
            if (!late) {
                signed.forEach(one -> {
                    issuances.signed(one, now);
                    note("certificate-signed", one.serial(), one.profile());
                });
                late = !issuances.answer(requestKey, answer, now);
            }
            if (late) {
                signed.forEach(one -> giveUp(one.serial(), now));
            }
            return !late;
        }));
    }

    @Override
    public void abandonUnfinished(String requestKey) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(
                status -> issuances.unfinished(requestKey).forEach(serial -> giveUp(serial, now)));
    }

    @Override
    public void revoke(String serial, int reason) {
        revocations.add(serial, reason, clock.instant());
    }

    private void giveUp(String serial, Instant now) {
        issuances.abandon(serial);
        revocations.add(serial, CRLReason.cessationOfOperation, now);
    }

    private void note(String verb, String serial, String profile) {
        audit.append(AUTHORITY, null, "certificate " + serial, verb, Map.of("serial", serial, "profile", profile));
    }
}
