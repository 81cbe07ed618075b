package org.yanqi.process.invoicing;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.invoicing.model.CorrectionRow;
import org.yanqi.process.invoicing.model.CorrectionRows;
import org.yanqi.process.invoicing.model.InvoiceRows;
import org.yanqi.process.invoicing.port.TaxChannel;
import org.yanqi.process.ordering.DrawNumber;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.signal.Signals;

/** Takes in what the tax system says about a red letter, and makes the new invoice once the old one does not stand any more. */
@Service
public class TakeInvoiceBack {
    /** A form nobody consented to is void by then, whatever the channel says. */
    private static final Duration LAPSE = Duration.ofHours(72);

    private final CorrectionRows corrections;
    private final InvoiceRows invoices;
    private final InvoiceViews views;
    private final FollowRefund follow;
    private final DrawNumber numbers;
    private final InvoicingSettings settings;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    TakeInvoiceBack(
            CorrectionRows corrections,
            InvoiceRows invoices,
            InvoiceViews views,
            FollowRefund follow,
            DrawNumber numbers,
            InvoicingSettings settings,
            Signals signals,
            AppendToRecord log,
            Clock clock) {
        this.corrections = corrections;
        this.invoices = invoices;
        this.views = views;
        this.follow = follow;
        this.numbers = numbers;
        this.settings = settings;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    /** What to ask the channel for. @param channelId null until the form was filed */
    public record Asked(TaxChannel.RedLetter form, @Nullable String channelId) {}

    /** A case's corrections, first one first. */
    @Transactional(readOnly = true)
    public List<Correction> ofCase(UUID caseId) {
        return corrections.findByCaseIdOrderByAsked(caseId).stream()
                .map(CorrectionRow::view)
                .toList();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Correction one(UUID correction) {
        return row(correction).view();
    }

    /**
     * Looks whether the invoice is issued by now. One that the channel rejected meanwhile is cancelled or made smaller instead.
     *
     * @return the model's word: waiting, issued, on-paper or changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String standing(Actor actor, UUID correction) {
        var row = row(correction);
        var invoice = views.locked(row.invoice());
        switch (invoice.state()) {
            case ISSUED, DELIVERED -> {
                return invoice.kind().isPaper() ? "on-paper" : "issued";
            }
            case ASKED, SUBMITTED, REJECTED -> {
                if (!follow.changeBeforeIssue(actor, invoice, row.rest())) {
                    return "waiting";
                }
            }
            case GIVEN_UP, CANCELLED, REVERSED -> {
                // nothing stands that could be taken back
            }
        }
        row.notNeeded(clock.instant());
        return "changed";
    }

    /** Its serial was stored when it was asked for, before the channel hears of it. */
    @Transactional(readOnly = true)
    public Asked asked(UUID correction) {
        var row = row(correction);
        var invoice = views.row(row.invoice());
        return new Asked(
                new TaxChannel.RedLetter(
                        row.serial(), invoice.kind(), invoice.legalNumber(), row.reason(), invoice.gross()),
                row.channelId());
    }

    /** @return the model's variables: how long to wait before asking */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Object> submitted(Actor actor, UUID correction, String channelId) {
        var row = row(correction);
        row.submitted(channelId, clock.instant());
        record(actor, row, "red-letter-submitted", Map.of());
        return Map.of("pollAfter", settings.firstPoll().toString());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(Actor actor, UUID correction, String reason) {
        var row = row(correction);
        row.refused(reason);
        record(actor, row, "red-letter-refused", Map.of("reason", reason));
    }

    /** @return the model's variables: redLetter pending, confirmed or refused, and how long to wait before asking again */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Object> learned(Actor actor, UUID correction, TaxChannel.RedStatus status) {
        var row = row(correction);
        var asks = row.countAsk();
        var word = "pending";
        if (status instanceof TaxChannel.RedStatus.Confirmed confirmed) {
            word = confirmed(actor, row, confirmed.confirmation());
        } else if (status instanceof TaxChannel.RedStatus.Issued issued) {
            // the answer to an earlier call was lost: issuing once more gives the same
            word = confirmed(actor, row, issued.confirmation());
        } else if (status instanceof TaxChannel.RedStatus.Refused no) {
            refused(actor, correction, no.reason());
            word = "refused";
        } else if (status instanceof TaxChannel.RedStatus.Lapsed || isLapsed(row)) {
            refused(actor, correction, "72 h");
            word = "refused";
        }
        return Map.of("redLetter", word, "pollAfter", settings.pause(asks).toString());
    }

    private String confirmed(Actor actor, CorrectionRow row, String confirmation) {
        row.confirmed(confirmation);
        record(actor, row, "red-letter-confirmed", Map.of("confirmation", confirmation));
        return "confirmed";
    }

    private boolean isLapsed(CorrectionRow row) {
        var filed = row.submitted();
        return filed != null && filed.plus(LAPSE).isBefore(clock.instant());
    }

    /** @return the model's variable: rest, whether anything is left to be invoiced */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Object> issued(Actor actor, UUID correction, TaxChannel.RedStatus.Issued issued) {
        var row = row(correction);
        issued(actor, row, issued.confirmation(), issued.number());
        return Map.of("rest", row.rest() > 0);
    }

    /** The red invoice stands, so the old one does not. */
    void issued(Actor actor, CorrectionRow row, String confirmation, String number) {
        row.issued(confirmation, number, clock.instant());
        views.locked(row.invoice()).reversed();
        record(actor, row, "red-letter-issued", Map.of("confirmation", confirmation, "number", number));
    }

    /** The rest of the order gets an invoice of its own; only now, because two must not stand at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void startNewInvoice(Actor actor, UUID correction) {
        var row = row(correction);
        var old = views.row(row.invoice());
        var next =
                invoices.save(old.again(numbers.of("invoice", "I"), Vat.in(row.rest(), old.rate()), clock.instant()));
        row.followedBy(next.id());
        log.append(
                actor,
                row.caseId(),
                "invoice " + next.serial(),
                "invoice-asked",
                Map.of("serial", next.serial(), "kind", next.kind().name(), "fen", Long.toString(row.rest())));
        var variables = new HashMap<String, Object>();
        variables.put("caseId", row.caseId().toString());
        variables.put("kind", next.kind().isPaper() ? "paper" : "electronic");
        signals.start(Processes.INVOICING, next.id().toString(), variables);
    }

    private CorrectionRow row(UUID correction) {
        return corrections.findById(correction).orElseThrow(() -> new NotFound("correction " + correction));
    }

    private void record(Actor actor, CorrectionRow row, String verb, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("redLetter", row.serial());
        log.append(actor, row.caseId(), "red letter " + row.serial(), verb, facts);
    }
}
