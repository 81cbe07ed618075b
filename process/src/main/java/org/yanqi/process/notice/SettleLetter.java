package org.yanqi.process.notice;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yanqi.process.notice.NoticesOf.Notice;
import org.yanqi.process.notice.model.Letters;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** Brings a letter that no mail server takes for its address to an end: another address, or word by another way. */
@Service
public class SettleLetter {
    /** The kind of work item that a refused letter becomes. */
    public static final String KIND = "letter-undelivered";

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int LONGEST_ADDRESS = 200;

    private final Letters letters;
    private final SearchWorkItems items;
    private final CompleteWorkItem complete;
    private final AppendToRecord log;

    SettleLetter(Letters letters, SearchWorkItems items, CompleteWorkItem complete, AppendToRecord log) {
        this.letters = letters;
        this.items = items;
        this.complete = complete;
        this.log = log;
    }

    /** @throws NotFound if there is no such work item for this actor */
    @Transactional(readOnly = true)
    public Notice letter(Actor actor, UUID workItem) {
        actor.require(Role.CUSTOMER_SERVICE, Role.SUPERVISOR, Role.AUDITOR);
        return letters.one(of(items.one(actor, workItem)));
    }

    /** Sends the same letter to another address, under the same Message-ID. */
    @Transactional
    public Outcome<WorkItem> sendTo(Actor actor, UUID workItem, String address) {
        actor.require(Role.CUSTOMER_SERVICE);
        var to = address.strip();
        if (!ADDRESS.matcher(to).matches() || to.length() > LONGEST_ADDRESS) {
            return Outcome.refused(Refusal.at("email", "refusal.email-malformed"));
        }
        var item = items.one(actor, workItem);
        letters.sendTo(of(item), to);
        return settled(actor, item, "letter-readdressed", Map.of());
    }

    /** The customer was told in another way, or need not be told. */
    @Transactional
    public Outcome<WorkItem> giveUp(Actor actor, UUID workItem, String reason) {
        actor.require(Role.CUSTOMER_SERVICE);
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.at("reason", "refusal.reason-missing"));
        }
        var item = items.one(actor, workItem);
        return settled(actor, item, "letter-given-up", Map.of("reason", reason.strip()));
    }

    private Outcome<WorkItem> settled(Actor actor, WorkItem item, String verb, Map<String, String> facts) {
        var done = complete.complete(actor, item.id(), Map.of());
        if (done instanceof Outcome.Refused<WorkItem>) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        } else {
            log.append(actor, item.caseId(), "letter " + item.businessKey(), verb, facts);
        }
        return done;
    }

    private static UUID of(WorkItem item) {
        if (!item.kind().equals(KIND)) {
            throw new NotFound("work item " + item.id() + " is a " + item.kind());
        }
        return UUID.fromString(item.businessKey());
    }
}
