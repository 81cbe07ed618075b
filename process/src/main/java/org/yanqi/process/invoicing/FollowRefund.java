package org.yanqi.process.invoicing;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.invoicing.model.CorrectionRow;
import org.yanqi.process.invoicing.model.CorrectionRows;
import org.yanqi.process.invoicing.model.InvoiceRow;
import org.yanqi.process.invoicing.model.InvoiceRows;
import org.yanqi.process.ordering.DrawNumber;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.signal.Signals;

/**
 * What a refund means for the order's invoice (R14): not issued, it is cancelled or made smaller; issued, or already with the tax
 * channel, it is taken back by a red letter and made anew for the rest.
 */
@Service
public class FollowRefund {
    private static final Set<Correction.State> RUNNING = EnumSet.of(
            Correction.State.ASKED, Correction.State.SUBMITTED, Correction.State.CONFIRMED, Correction.State.REFUSED);

    private static final Set<InvoiceState> OVER =
            EnumSet.of(InvoiceState.CANCELLED, InvoiceState.REVERSED, InvoiceState.GIVEN_UP);

    private final InvoiceRows invoices;
    private final InvoiceViews views;
    private final CorrectionRows corrections;
    private final DrawNumber numbers;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    FollowRefund(
            InvoiceRows invoices,
            InvoiceViews views,
            CorrectionRows corrections,
            DrawNumber numbers,
            Signals signals,
            AppendToRecord log,
            Clock clock) {
        this.invoices = invoices;
        this.views = views;
        this.corrections = corrections;
        this.numbers = numbers;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    /** @param rest fen of the order that were not refunded */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Actor actor, UUID order, long rest) {
        for (var id : invoices.standing(order, OVER)) {
            var invoice = views.locked(id);
            var running = corrections.findByInvoiceIdOrderByAsked(id).stream()
                    .filter(one -> RUNNING.contains(one.state()))
                    .findFirst();
            if (running.isPresent()) {
                running.get().leave(rest);
            } else if (!changeBeforeIssue(actor, invoice, rest)) {
                correct(actor, invoice, rest);
            }
        }
    }

    /** @return false if the invoice is issued, or may be with the tax channel */
    boolean changeBeforeIssue(Actor actor, InvoiceRow invoice, long rest) {
        if (!invoice.isOpenToChange()) {
            return false;
        }
        if (rest == 0) {
            invoice.cancel();
            record(actor, invoice, "invoice-cancelled", Map.of());
            signals.correlate(Messages.INVOICE_CANCELLED, invoice.id().toString(), Map.of());
        } else {
            invoice.reduce(Vat.in(rest, invoice.rate()));
            record(actor, invoice, "invoice-reduced", Map.of("fen", Long.toString(rest)));
        }
        return true;
    }

    private void correct(Actor actor, InvoiceRow invoice, long rest) {
        var correction =
                corrections.save(new CorrectionRow(invoice, numbers.of("red-letter", "C"), rest, clock.instant()));
        record(
                actor,
                invoice,
                "red-letter-asked",
                Map.of("redLetter", correction.serial(), "fen", Long.toString(invoice.gross())));
        signals.start(
                Processes.INVOICE_CORRECTION,
                correction.id().toString(),
                Map.of("caseId", invoice.caseId().toString()));
    }

    private void record(Actor actor, InvoiceRow invoice, String verb, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("serial", invoice.serial());
        log.append(actor, invoice.caseId(), "invoice " + invoice.serial(), verb, facts);
    }
}
