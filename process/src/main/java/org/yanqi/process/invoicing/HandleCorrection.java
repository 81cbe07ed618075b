package org.yanqi.process.invoicing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yanqi.process.invoicing.model.CorrectionRow;
import org.yanqi.process.invoicing.model.CorrectionRows;
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

/** What finance does with red letters that the channel cannot make alone; each step by its work item. */
@Service
public class HandleCorrection {
    private final CorrectionRows corrections;
    private final TakeInvoiceBack correct;
    private final DrawNumber numbers;
    private final SearchWorkItems items;
    private final CompleteWorkItem complete;
    private final AppendToRecord log;
    private final Clock clock;

    HandleCorrection(
            CorrectionRows corrections,
            TakeInvoiceBack correct,
            DrawNumber numbers,
            SearchWorkItems items,
            CompleteWorkItem complete,
            AppendToRecord log,
            Clock clock) {
        this.corrections = corrections;
        this.correct = correct;
        this.numbers = numbers;
        this.items = items;
        this.complete = complete;
        this.log = log;
        this.clock = clock;
    }

    /** Refused or lapsed. @param outcome again, by-hand or give-up */
    @Transactional
    public Outcome<Correction> settle(Actor finance, UUID workItem, String outcome, String reason) {
        return step(
                finance,
                workItem,
                "settle-correction",
                row -> {
                    if (reason.isBlank()) {
                        return List.of(Refusal.at("reason", "refusal.reason-missing"));
                    }
                    switch (outcome) {
                        case "again" -> row.again(numbers.of("red-letter", "C"));
                        case "by-hand" -> {
                            // finance makes it at the tax system, and enters it in the next step
                        }
                        case "give-up" -> row.giveUp(reason.strip(), clock.instant());
                        default -> {
                            return List.of(Refusal.at("outcome", "refusal.outcome-unknown"));
                        }
                    }
                    log.append(
                            finance,
                            row.caseId(),
                            "red letter " + row.serial(),
                            "red-letter-settled",
                            Map.of("redLetter", row.serial(), "outcome", outcome, "reason", reason.strip()));
                    return List.of();
                },
                row -> Map.of("outcome", outcome));
    }

    /** Finance made it at the tax system itself: its 20-digit confirmation number and the red invoice's number. */
    @Transactional
    public Outcome<Correction> entered(Actor finance, UUID workItem, String confirmation, String number) {
        return step(
                finance,
                workItem,
                "record-red-letter",
                row -> {
                    var refusals = new ArrayList<Refusal>();
                    if (!confirmation.matches("[0-9]{20}")) {
                        refusals.add(Refusal.at("confirmation", "refusal.confirmation-malformed"));
                    } else if (corrections.existsByConfirmation(confirmation)
                            && !confirmation.equals(row.confirmation())) {
                        refusals.add(Refusal.at("confirmation", "refusal.red-letter-number-used"));
                    }
                    if (!number.matches("[0-9]{20}")) {
                        refusals.add(Refusal.at("number", "refusal.red-number-malformed"));
                    } else if (corrections.existsByRedNumber(number)) {
                        refusals.add(Refusal.at("number", "refusal.red-letter-number-used"));
                    }
                    if (refusals.isEmpty()) {
                        correct.issued(finance, row, confirmation, number);
                    }
                    return refusals;
                },
                row -> Map.of("rest", row.rest() > 0));
    }

    private Outcome<Correction> step(
            Actor finance,
            UUID workItem,
            String kind,
            Function<CorrectionRow, List<Refusal>> change,
            Function<CorrectionRow, Map<String, Object>> variables) {
        finance.require(Role.FINANCE);
        var item = items.one(finance, workItem);
        if (!item.kind().equals(kind)) {
            throw new NotFound("work item " + workItem + " is a " + item.kind());
        }
        var row = corrections
                .findById(UUID.fromString(item.businessKey()))
                .orElseThrow(() -> new NotFound("correction " + item.businessKey()));
        var refusals = change.apply(row);
        if (!refusals.isEmpty()) {
            return undone(refusals);
        }
        if (complete.complete(finance, workItem, new HashMap<>(variables.apply(row)))
                instanceof Outcome.Refused<WorkItem> refused) {
            return undone(refused.reasons());
        }
        return Outcome.accepted(row.view());
    }

    private static Outcome<Correction> undone(List<Refusal> refusals) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Outcome.refused(refusals);
    }
}
