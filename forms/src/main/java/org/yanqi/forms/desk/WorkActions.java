package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Refusals;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.account.Account;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.ClaimWorkItem;
import org.yanqi.process.worklist.WorkItem;
import org.yanqi.process.worklist.WorkItemState;

/** Claims, gives back and hands over one work item or many; each on its own, so that one refusal stops no other. */
@org.springframework.stereotype.Component
class WorkActions {
    private final ClaimWorkItem claim;
    private final Accounts accounts;

    WorkActions(ClaimWorkItem claim, Accounts accounts) {
        this.claim = claim;
        this.accounts = accounts;
    }

    static boolean mayClaim(Actor actor, WorkItem item) {
        return item.state() == WorkItemState.OPEN && Queues.worksIn(actor, item.group());
    }

    /** The assignee gives back or hands over; a supervisor does so for anybody. */
    static boolean mayMove(Actor actor, WorkItem item) {
        return isUnfinished(item)
                && !item.group().equals(Queues.CUSTOMER)
                && (actor.is(Role.SUPERVISOR) || actor.account().equals(item.assignee()));
    }

    static boolean mayRelease(Actor actor, WorkItem item) {
        return item.state() == WorkItemState.CLAIMED && mayMove(actor, item);
    }

    static boolean isUnfinished(WorkItem item) {
        return item.state() == WorkItemState.OPEN || item.state() == WorkItemState.CLAIMED;
    }

    void claim(Component where, Actor actor, Collection<WorkItem> items) {
        each(
                where,
                "desk.claimed",
                items.stream().filter(item -> mayClaim(actor, item)).toList(),
                item -> claim.claim(actor, item.id()));
    }

    void release(Component where, Actor actor, Collection<WorkItem> items, String reason) {
        each(
                where,
                "desk.released",
                items.stream().filter(item -> mayRelease(actor, item)).toList(),
                item -> claim.release(actor, item.id(), reason));
    }

    void transfer(Component where, Actor actor, Collection<WorkItem> items, String to, String reason) {
        each(
                where,
                "desk.transferred",
                items.stream().filter(item -> mayMove(actor, item)).toList(),
                item -> claim.transfer(actor, item.id(), to, reason));
    }

    /** Colleagues who work in every queue that these items are in. */
    List<Account> colleagues(Actor actor, Collection<WorkItem> items) {
        var roles = items.stream()
                .map(item -> Queues.worker(item.group()))
                .distinct()
                .toList();
        return accounts.staff(actor).stream()
                .filter(Account::enabled)
                .filter(account -> roles.stream()
                        .allMatch(role -> account.identities().stream().anyMatch(identity -> identity.role() == role)))
                .toList();
    }

    private static void each(
            Component where, String doneKey, List<WorkItem> items, Function<WorkItem, Outcome<WorkItem>> step) {
        var done = 0;
        String first = null;
        for (var item : items) {
            if (step.apply(item) instanceof Outcome.Refused<WorkItem> refused) {
                first = first == null ? Refusals.text(where, refused) : first;
            } else {
                done++;
            }
        }
        if (done > 0) {
            Toast.good(where.getTranslation(doneKey, Format.number(done)));
        }
        if (first != null) {
            Toast.bad(first);
        } else if (items.isEmpty()) {
            Toast.bad(where.getTranslation("desk.nothing-to-do"));
        }
    }
}
