package org.yanqi.process.invoicing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Reads invoices, sends them again. */
@Service
public class Invoices {
    public List<Invoice> visibleTo(Actor actor) {
        throw new UnsupportedOperationException();
    }

    public Invoice one(Actor actor, UUID id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Invoice> ofCase(UUID caseId) {
        throw new UnsupportedOperationException();
    }

    /** @param kind pdf or xml */
    public byte[] file(Actor actor, UUID id, String kind) {
        throw new UnsupportedOperationException();
    }

    public Outcome<Invoice> sendAgain(Actor actor, UUID id, String email) {
        throw new UnsupportedOperationException();
    }

    /** Asked for by the renewal after payment; starts nothing by itself. */
    public Invoice ask(Actor actor, UUID caseId, UUID order, InvoiceChoice choice) {
        throw new UnsupportedOperationException();
    }
}
