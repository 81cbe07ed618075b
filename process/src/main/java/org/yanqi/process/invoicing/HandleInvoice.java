package org.yanqi.process.invoicing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.account.InvoiceTitles;
import org.yanqi.process.invoicing.model.InvoiceRow;
import org.yanqi.process.invoicing.model.InvoiceRows;
import org.yanqi.process.ordering.DrawNumber;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** What finance does with invoices; each step by its work item. */
@Service
public class HandleInvoice {
    private final InvoiceRows invoices;
    private final InvoiceViews views;
    private final Dispatch dispatch;
    private final InvoiceTitles titles;
    private final DrawNumber numbers;
    private final InvoicingSettings settings;
    private final SearchWorkItems items;
    private final CompleteWorkItem complete;
    private final AppendToRecord log;
    private final Clock clock;

    HandleInvoice(
            InvoiceRows invoices,
            InvoiceViews views,
            Dispatch dispatch,
            InvoiceTitles titles,
            DrawNumber numbers,
            InvoicingSettings settings,
            SearchWorkItems items,
            CompleteWorkItem complete,
            AppendToRecord log,
            Clock clock) {
        this.invoices = invoices;
        this.views = views;
        this.dispatch = dispatch;
        this.titles = titles;
        this.numbers = numbers;
        this.settings = settings;
        this.items = items;
        this.complete = complete;
        this.log = log;
        this.clock = clock;
    }

    /** Before issue only; completes no work item. */
    @Transactional
    public Outcome<Invoice> correctTitle(Actor finance, UUID invoice, InvoiceTitle title, String reason) {
        finance.require(Role.FINANCE);
        var row = views.row(invoice);
        var refusals = hindering(title, row.kind().isSpecial());
        if (reason.isBlank()) {
            refusals.add(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (row.isWithChannel()) {
            refusals.add(Refusal.of("refusal.invoice-with-channel"));
        } else if (row.state() != InvoiceState.ASKED && row.state() != InvoiceState.REJECTED) {
            refusals.add(Refusal.of("refusal.invoice-issued-already"));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        row.correct(title);
        record(finance, row, "invoice-title-corrected", Map.of("reason", reason.strip()));
        return Outcome.accepted(views.of(row));
    }

    /** @param outcome resubmit, paper or give-up */
    @Transactional
    public Outcome<Invoice> rejection(Actor finance, UUID workItem, String outcome, String reason) {
        return step(finance, workItem, "handle-rejection", Map.of("outcome", outcome), row -> {
            if (reason.isBlank()) {
                return List.of(Refusal.at("reason", "refusal.reason-missing"));
            }
            switch (outcome) {
                case "resubmit" -> {
                    // while the channel may still issue it, only its own serial keeps a second one away
                    if (row.isWithChannel()) {
                        row.submitAgain();
                    } else {
                        row.again(numbers.of("invoice", "I"));
                    }
                }
                case "paper" -> {
                    if (row.isWithChannel()) {
                        return List.of(Refusal.at("outcome", "refusal.invoice-with-channel"));
                    }
                    if (!settings.paperSpecial()) {
                        return List.of(Refusal.at("outcome", "refusal.paper-not-offered"));
                    }
                    var missing = hindering(row.view(Set.of()).title(), true);
                    if (!missing.isEmpty()) {
                        return missing;
                    }
                    row.onPaper();
                }
                case "give-up" -> row.giveUp(reason.strip());
                default -> {
                    return List.of(Refusal.at("outcome", "refusal.outcome-unknown"));
                }
            }
            record(finance, row, "invoice-rejection-handled", Map.of("outcome", outcome, "reason", reason.strip()));
            return List.of();
        });
    }

    /** Enters what the tax system's machine printed: 12-digit code and 8-digit number. */
    @Transactional
    public Outcome<Invoice> issuedOnPaper(Actor finance, UUID workItem, String code, String number) {
        return step(finance, workItem, "issue-paper-invoice", Map.of(), row -> {
            var refusals = new ArrayList<Refusal>();
            if (!code.matches("[0-9]{12}")) {
                refusals.add(Refusal.at("code", "refusal.invoice-code-malformed"));
            }
            if (!number.matches("[0-9]{8}")) {
                refusals.add(Refusal.at("number", "refusal.invoice-number-malformed"));
            }
            if (invoices.existsByPaperCodeAndPaperNumber(code, number)) {
                refusals.add(Refusal.at("number", "refusal.invoice-number-used"));
            }
            if (refusals.isEmpty()) {
                row.issuedOnPaper(code, number, clock.instant(), settings.specimen());
                record(finance, row, "invoice-issued-on-paper", Map.of("code", code, "number", number));
            }
            return refusals;
        });
    }

    /**
     * Dispatches by courier (booked), with a waybill typed in, or holds it at the counter.
     *
     * @param way courier, typed or counter
     */
    @Transactional
    public Outcome<Invoice> dispatch(Actor finance, UUID workItem, String way, @Nullable String waybill) {
        return step(finance, workItem, "dispatch-invoice", Map.of("outcome", way), row -> {
            if ("counter".equals(way)) {
                record(finance, row, "invoice-held-at-counter", Map.of());
                return List.of();
            }
            var recipient = row.recipient();
            if (recipient == null) {
                return List.of(Refusal.at("way", "refusal.recipient-missing"));
            }
            if ("courier".equals(way)) {
                dispatch.plan(finance, row.caseId(), row.id(), recipient);
                return List.of();
            }
            if ("typed".equals(way)) {
                var typed = dispatch.typed(
                        finance, row.caseId(), row.id(), recipient, waybill == null ? "" : waybill.strip());
                return typed instanceof Outcome.Refused<String> refused ? refused.reasons() : List.of();
            }
            return List.of(Refusal.at("way", "refusal.outcome-unknown"));
        });
    }

    @Transactional
    public Outcome<Invoice> handedOver(Actor finance, UUID workItem, String receivedBy) {
        return step(finance, workItem, "hand-over-invoice", Map.of(), row -> {
            if (receivedBy.isBlank() || receivedBy.strip().length() > 100) {
                return List.of(Refusal.at("receivedBy", "refusal.receiver-missing"));
            }
            row.receivedBy(receivedBy.strip());
            record(finance, row, "invoice-handed-over", Map.of());
            return List.of();
        });
    }

    /** For chase-invoice and chase-shipment: what was found out; the wait goes on. */
    @Transactional
    public Outcome<Invoice> chased(Actor finance, UUID workItem, String finding) {
        return chased(finance, workItem, "wait", finding);
    }

    /** @param outcome wait; for chase-invoice also take-over, for chase-shipment also dispatch-again */
    @Transactional
    public Outcome<Invoice> chased(Actor finance, UUID workItem, String outcome, String finding) {
        finance.require(Role.FINANCE);
        var kind = items.one(finance, workItem).kind();
        var other = switch (kind) {
            case "chase-invoice" -> "take-over";
            case "chase-shipment" -> "dispatch-again";
            default -> throw new NotFound("work item " + workItem + " is a " + kind);
        };
        return step(finance, workItem, kind, Map.of("outcome", outcome), row -> {
            if (finding.isBlank()) {
                return List.of(Refusal.at("finding", "refusal.finding-missing"));
            }
            if (!"wait".equals(outcome) && !other.equals(outcome)) {
                return List.of(Refusal.at("outcome", "refusal.outcome-unknown"));
            }
            record(finance, row, "invoice-chased", Map.of("outcome", outcome, "finding", finding.strip()));
            return List.of();
        });
    }

    /** One step of finance: checks who and where, changes the invoice, completes the work item; or changes nothing. */
    private Outcome<Invoice> step(
            Actor finance,
            UUID workItem,
            String kind,
            Map<String, Object> variables,
            Function<InvoiceRow, List<Refusal>> change) {
        finance.require(Role.FINANCE);
        var item = items.one(finance, workItem);
        if (!item.kind().equals(kind)) {
            throw new NotFound("work item " + workItem + " is a " + item.kind());
        }
        var row = views.row(UUID.fromString(item.businessKey()));
        var refusals = change.apply(row);
        if (!refusals.isEmpty()) {
            return undone(refusals);
        }
        if (complete.complete(finance, workItem, variables) instanceof Outcome.Refused<WorkItem> refused) {
            return undone(refused.reasons());
        }
        return Outcome.accepted(views.of(row));
    }

    private static Outcome<Invoice> undone(List<Refusal> refusals) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Outcome.refused(refusals);
    }

    private List<Refusal> hindering(InvoiceTitle title, boolean special) {
        var found = new ArrayList<Refusal>();
        titles.check(title, special).stream()
                .filter(one -> !one.code().startsWith("warning."))
                .forEach(found::add);
        return found;
    }

    private void record(Actor actor, InvoiceRow row, String verb, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("serial", row.serial());
        log.append(actor, row.caseId(), "invoice " + row.serial(), verb, facts);
    }
}
