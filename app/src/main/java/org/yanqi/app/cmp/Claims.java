package org.yanqi.app.cmp;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;

/** Lets one thread of one node speak under a transaction at a time. */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class Claims {
    /** A turn of speaking has at most so many exchanges. */
    private static final int EXCHANGES = 4;

    private final Transactions transactions;
    private final CmpProperties properties;
    private final Clock clock;

    Claims(Transactions transactions, CmpProperties properties, Clock clock) {
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    /** What is said under a transaction; it is read again once it is ours alone. */
    interface Speech<T> {
        T with(Transaction transaction) throws NoAnswer;
    }

    /** @throws NoAnswer as well if somebody else is speaking under it */
    <T> T speak(Transaction transaction, Speech<T> speech) throws NoAnswer {
        String id = transaction.id();
        if (!transactions.claim(id, clock.instant().plus(properties.timeout().multipliedBy(EXCHANGES)))) {
            throw new NoAnswer("another is asking under transaction " + id, new IllegalStateException("claimed"));
        }
        try {
            return speech.with(transactions.one(id));
        } finally {
            transactions.release(id);
        }
    }
}
