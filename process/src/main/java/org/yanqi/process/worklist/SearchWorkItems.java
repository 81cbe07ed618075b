package org.yanqi.process.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.WorkItemQuery.Whose;
import org.yanqi.process.worklist.model.WorkItemSearch;
import org.yanqi.process.worklist.model.WorkItemSearch.Conditions;
import org.yanqi.process.worklist.model.WorkItems;

/** Lists work items of the actor's groups, most urgent first, paged by key. */
@Service
@Transactional(readOnly = true)
public class SearchWorkItems {
    private static final int MOST = 500;
    private static final Set<WorkItemState> UNFINISHED = Set.of(WorkItemState.OPEN, WorkItemState.CLAIMED);

    private final WorkItemSearch search;
    private final WorkItems items;

    SearchWorkItems(WorkItemSearch search, WorkItems items) {
        this.search = search;
        this.items = items;
    }

    /** A page and where the next begins. */
    public record Page(List<WorkItem> items, @Nullable String next, long total) {}

    /**
     * @param after {@link Page#next()} of the page before
     * @throws NotAllowed if the actor has no queue
     */
    public Page search(Actor actor, WorkItemQuery query, @Nullable String after, int limit) {
        Optional<Conditions> conditions = conditions(actor, query);
        if (conditions.isEmpty()) {
            return new Page(List.of(), null, 0);
        }
        int size = Math.max(1, Math.min(limit, MOST));
        Place place = Place.parse(after);
        List<WorkItem> found = search.page(
                conditions.get(), place == null ? null : place.due(), place == null ? null : place.id(), size + 1);
        boolean more = found.size() > size;
        List<WorkItem> page = more ? List.copyOf(found.subList(0, size)) : found;
        return new Page(page, more ? Place.of(page.get(size - 1)) : null, search.count(conditions.get()));
    }

    public long count(Actor actor, WorkItemQuery query) {
        return conditions(actor, query).map(search::count).orElse(0L);
    }

    /** @throws NotFound if there is none that this actor may see */
    public WorkItem one(Actor actor, UUID id) {
        return items.find(id)
                .filter(item -> Groups.sees(actor, item))
                .orElseThrow(() -> new NotFound("work item " + id));
    }

    /** All items of a case that the actor may see, oldest first. */
    public List<WorkItem> ofCase(Actor actor, UUID caseId) {
        return items.ofCase(caseId).stream()
                .filter(item -> Groups.sees(actor, item))
                .toList();
    }

    /** The open item of this kind at this process instance, if there is one; for use cases. */
    public Optional<WorkItem> open(String kind, String businessKey) {
        return items.open(kind, businessKey);
    }

    /** Kinds of the items that are open at this process instance; for use cases. */
    public Set<String> openKinds(String businessKey) {
        return items.openKinds(businessKey);
    }

    /** A customer's open steps. */
    public List<WorkItem> openFor(Actor customer) {
        if (!customer.isCustomer() || customer.organisation() == null) {
            return List.of();
        }
        Conditions conditions = owned(customer, customer.organisation()).states(UNFINISHED);
        return search.page(conditions, null, null, MOST);
    }

    private static Optional<Conditions> conditions(Actor actor, WorkItemQuery query) {
        Conditions conditions;
        if (actor.isCustomer()) {
            if (actor.organisation() == null) {
                return Optional.empty();
            }
            conditions = owned(actor, actor.organisation());
        } else {
            Set<String> groups = new TreeSet<>(Groups.seenBy(actor));
            if (groups.isEmpty()) {
                throw new NotAllowed(actor.account() + " has no queue");
            }
            if (query.whose() == Whose.STARTED_BY_ME) {
                // who started it may follow it into queues of others
                groups.addAll(Groups.all());
            }
            if (query.groups().isEmpty() && query.whose() != Whose.STARTED_BY_ME) {
                // customers' own steps are looked up where they are asked for; they are no queue of the staff
                groups.remove(Groups.CUSTOMER);
            } else if (!query.groups().isEmpty()) {
                groups.retainAll(query.groups());
            }
            if (groups.isEmpty()) {
                return Optional.empty();
            }
            conditions = new Conditions().groups(groups);
        }
        if (!query.kinds().isEmpty()) {
            conditions.kinds(query.kinds());
        }
        if (!query.states().isEmpty()) {
            conditions.states(query.states());
        }
        switch (query.whose()) {
            case ANY -> {}
            case MINE -> conditions.assignee(actor.account());
            case UNCLAIMED -> conditions.unclaimed();
            case DONE_BY_ME -> conditions.endedBy(actor.account());
            case STARTED_BY_ME -> conditions.startedBy(actor.account());
        }
        if (query.text() != null && !query.text().isBlank()) {
            conditions.text(query.text());
        }
        if (query.dueBefore() != null) {
            conditions.dueBefore(query.dueBefore());
        }
        return Optional.of(conditions);
    }

    private static Conditions owned(Actor customer, UUID organisation) {
        boolean wholeOrganisation = customer.is(Role.ORGANISATION_ADMINISTRATOR);
        return new Conditions()
                .groups(Set.of(Groups.CUSTOMER))
                .owner(organisation, wholeOrganisation ? null : customer.person());
    }

    /** The key of the last item on a page, as a word that a link can carry. */
    private record Place(Instant due, UUID id) {
        static String of(WorkItem item) {
            return (item.due() == null ? Instant.EPOCH : item.due()) + "_" + item.id();
        }

        static @Nullable Place parse(@Nullable String word) {
            if (word == null) {
                return null;
            }
            int split = word.lastIndexOf('_');
            if (split < 0) {
                throw new IllegalArgumentException("not a place in a list");
            }
            return new Place(Instant.parse(word.substring(0, split)), UUID.fromString(word.substring(split + 1)));
        }
    }
}
