package org.yanqi.process.invoicing;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.invoicing.model.InvoiceFile;
import org.yanqi.process.invoicing.model.InvoiceFiles;
import org.yanqi.process.invoicing.model.InvoiceRow;
import org.yanqi.process.invoicing.port.TaxChannel;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** Takes in what the tax channel says about an invoice, and brings issued ones to the customer. */
@Service
public class IssueInvoice {
    /** What to ask the channel about. @param channelId null until it was submitted */
    public record Asked(
            TaxChannel.Submission submission, @Nullable String channelId, InvoiceState state) {}

    private final InvoiceViews views;
    private final InvoiceFiles files;
    private final InvoiceMail mail;
    private final Dispatch dispatch;
    private final InvoicingSettings settings;
    private final AppendToRecord log;
    private final Clock clock;

    IssueInvoice(
            InvoiceViews views,
            InvoiceFiles files,
            InvoiceMail mail,
            Dispatch dispatch,
            InvoicingSettings settings,
            AppendToRecord log,
            Clock clock) {
        this.views = views;
        this.files = files;
        this.mail = mail;
        this.dispatch = dispatch;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What to submit. That it is on its way is stored before the channel hears of it: from then on a refund can neither cancel
     * nor reduce it.
     *
     * @throws IllegalStateException if it was cancelled meanwhile
     */
    @Transactional
    public TaxChannel.Submission offer(UUID invoice) {
        var row = views.locked(invoice);
        row.offered(clock.instant());
        return row.submission();
    }

    /** Its serial was stored when it was asked for, before the channel hears of it. */
    @Transactional(readOnly = true)
    public Asked asked(UUID invoice) {
        var row = views.row(invoice);
        return new Asked(row.submission(), row.channelId(), row.state());
    }

    /** @return the model's variables: how long to wait before asking */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Object> submitted(Actor actor, UUID invoice, String channelId) {
        var row = views.row(invoice);
        row.submitted(channelId);
        record(actor, row, "invoice-submitted", Map.of());
        return Map.of("pollAfter", settings.firstPoll().toString());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void rejected(Actor actor, UUID invoice, String reason) {
        var row = views.row(invoice);
        row.rejected(reason);
        record(actor, row, "invoice-rejected", Map.of("reason", reason));
    }

    /** @return the model's variables: invoiceState issued, pending or rejected, and how long to wait before asking again */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Object> learned(Actor actor, UUID invoice, TaxChannel.Status status) {
        var row = views.row(invoice);
        var asks = row.countAsk();
        if (row.state() == InvoiceState.SUBMITTED) {
            if (status instanceof TaxChannel.Status.Issued issued) {
                issued(actor, row, issued);
            } else if (status instanceof TaxChannel.Status.Rejected rejected) {
                rejected(actor, invoice, rejected.reason());
            }
        }
        return Map.of(
                "invoiceState",
                word(row.state()),
                "pollAfter",
                settings.pause(asks).toString());
    }

    private void issued(Actor actor, InvoiceRow row, TaxChannel.Status.Issued issued) {
        row.issued(issued, settings.specimen());
        issued.files().forEach((kind, content) -> files.save(new InvoiceFile(row.id(), kind, content)));
        record(actor, row, "invoice-issued", Map.of("number", issued.number()));
    }

    /** The electronic invoice goes out by mail, with its files. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deliver(Actor actor, UUID invoice) {
        var row = views.row(invoice);
        var view = views.of(row);
        mail.issued(view, mail.addressees(view), "invoice-issued");
        row.delivered();
        record(actor, row, "invoice-delivered", Map.of());
    }

    /** The customer hears that the paper invoice is on its way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announceDispatch(Actor actor, UUID invoice) {
        var row = views.row(invoice);
        var view = views.of(row);
        var waybill = dispatch.waybill(invoice)
                .orElseThrow(() -> new IllegalStateException("invoice " + invoice + " has no waybill"));
        mail.dispatched(view, mail.addressees(view), waybill);
        record(actor, row, "invoice-dispatched", Map.of("waybill", waybill));
    }

    /** The paper invoice is with the customer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(Actor actor, UUID invoice) {
        var row = views.row(invoice);
        row.delivered();
        record(actor, row, "invoice-delivered", Map.of());
    }

    private static String word(InvoiceState state) {
        return switch (state) {
            case ISSUED, DELIVERED, REVERSED -> "issued";
            case REJECTED, GIVEN_UP, CANCELLED -> "rejected";
            case ASKED, SUBMITTED -> "pending";
        };
    }

    private void record(Actor actor, InvoiceRow row, String verb, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("serial", row.serial());
        log.append(actor, row.caseId(), "invoice " + row.serial(), verb, facts);
    }
}
