package org.yanqi.process.account;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;

/** Keeps titles and recipients of an organisation for reuse, and checks them. */
@Service
public class InvoiceTitles {
    public List<InvoiceTitle> of(Actor actor, UUID organisation) {
        throw new UnsupportedOperationException();
    }

    public List<Recipient> recipients(Actor actor, UUID organisation) {
        throw new UnsupportedOperationException();
    }

    public Outcome<InvoiceTitle> keep(Actor actor, UUID organisation, InvoiceTitle title, boolean special) {
        throw new UnsupportedOperationException();
    }

    public Outcome<Recipient> keep(Actor actor, UUID organisation, Recipient recipient) {
        throw new UnsupportedOperationException();
    }

    /** What does not fit; warnings (a failed check digit) have codes that begin with {@code warning.}. */
    public List<Refusal> check(InvoiceTitle title, boolean special) {
        throw new UnsupportedOperationException();
    }
}
