package org.yanqi.process.rekey;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.model.BidAnswerRow;
import org.yanqi.process.rekey.model.BidAnswerRows;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.rekey.model.KeyUpdates;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** What customer service decides about a key that failed, an open bid, a case that drags on. */
@Service
public class SettleRekey {
    private static final Set<String> OF_FAILURE = Set.of("retry", "unlock", "resume", "defer", "keep-owed", "settle");
    private static final Set<String> OF_OPEN_BID = Set.of("proceed", "defer");

    private final SearchWorkItems search;
    private final CompleteWorkItem complete;
    private final Orders orders;
    private final KeyUpdates updates;
    private final BidAnswerRows answers;
    private final RekeyLetters letters;
    private final RekeyProperties properties;
    private final AppendToRecord record;
    private final Clock clock;

    SettleRekey(
            SearchWorkItems search,
            CompleteWorkItem complete,
            Orders orders,
            KeyUpdates updates,
            BidAnswerRows answers,
            RekeyLetters letters,
            RekeyProperties properties,
            AppendToRecord record,
            Clock clock) {
        this.search = search;
        this.complete = complete;
        this.orders = orders;
        this.updates = updates;
        this.answers = answers;
        this.letters = letters;
        this.properties = properties;
        this.record = record;
        this.clock = clock;
    }

    /**
     * @param outcome retry, unlock, resume, defer; keep-owed, with which the certificate stays owed (R6); or settle, for good and
     *     without a refund, to which a second person has to agree ({@link ApproveSettlement})
     */
    @Transactional
    public Outcome<Rekey> failure(
            Actor actor, UUID workItem, String outcome, String reason, @Nullable LocalDate deferUntil) {
        return settle(actor, workItem, "settle-rekey-failure", OF_FAILURE, outcome, reason, deferUntil);
    }

    /** @param outcome proceed or defer */
    @Transactional
    public Outcome<Rekey> openBid(
            Actor actor, UUID workItem, String outcome, String reason, @Nullable LocalDate deferUntil) {
        return settle(actor, workItem, "handle-open-bid", OF_OPEN_BID, outcome, reason, deferUntil);
    }

    private Outcome<Rekey> settle(
            Actor actor,
            UUID id,
            String kind,
            Set<String> allowed,
            String outcome,
            String reason,
            @Nullable LocalDate deferUntil) {
        actor.require(Role.CUSTOMER_SERVICE);
        WorkItem work = search.one(actor, id);
        if (!work.kind().equals(kind) || !allowed.contains(outcome)) {
            throw new IllegalArgumentException(outcome + " is no outcome of " + work.kind());
        }
        KeyUpdate update = find(UUID.fromString(work.businessKey()));
        Instant now = clock.instant();
        List<Refusal> refusals = check(update, outcome, reason, deferUntil, now);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put("outcome", outcome);
        Deferral wait = outcome.equals("defer") && deferUntil != null
                ? Deferral.to(deferUntil, properties.remindBefore(), now)
                : null;
        if (wait != null) {
            variables.putAll(wait.variables());
        }
        if (complete.complete(actor, id, variables) instanceof Outcome.Refused<WorkItem> refused) {
            return Outcome.refused(refused.reasons());
        }
        switch (outcome) {
            case "retry", "unlock", "defer" -> update.again(wait == null ? null : wait.until(), now);
            case "keep-owed" -> update.givenUp(now);
            case "settle" -> update.settlementDecided(actor.account(), reason.strip(), now);
            default -> update.mended(now);
        }
        record.append(
                actor,
                update.caseId(),
                "item " + update.item(),
                kind.equals("handle-open-bid") ? "open-bid-handled" : "rekey-failure-settled",
                Map.of("outcome", outcome, "reason", reason.strip()));
        if (outcome.equals("proceed")) {
            letters.remedy(
                    update,
                    answers.findByItemOrderByPlatformAscOpensAtAsc(update.item()).stream()
                            .map(BidAnswerRow::view)
                            .toList());
        }
        return Outcome.accepted(update.view());
    }

    private static List<Refusal> check(
            KeyUpdate update, String outcome, String reason, @Nullable LocalDate deferUntil, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        if (reason.isBlank()) {
            refusals.add(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (outcome.equals("defer") && (deferUntil == null || !Deferral.isLater(deferUntil, now))) {
            refusals.add(Refusal.at("deferUntil", "refusal.defer-to-a-later-day"));
        }
        if (outcome.equals("resume") && !update.isIssued()) {
            refusals.add(Refusal.at("outcome", "refusal.nothing-to-resume"));
        }
        if (update.isConfirmed() || update.isWithdrawn()) {
            refusals.add(Refusal.of("refusal.wrong-state"));
        }
        return refusals;
    }

    private KeyUpdate find(UUID item) {
        Order order = orders.withItem(item);
        UUID certificate = order.items().stream()
                .filter(one -> one.id().equals(item))
                .map(OrderItem::certificate)
                .findFirst()
                .orElseThrow();
        updates.beginIfAbsent(item, order.caseId(), certificate, clock.instant());
        return updates.lock(item).orElseThrow();
    }
}
