package org.yanqi.process.worklist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Lists work items of the actor's groups, most urgent first, paged by key. */
@Service
public class SearchWorkItems {
    /** A page and where the next begins. */
    public record Page(List<WorkItem> items, @Nullable String next, long total) {}

    public Page search(Actor actor, WorkItemQuery query, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    public long count(Actor actor, WorkItemQuery query) {
        throw new UnsupportedOperationException();
    }

    /** @throws NotFound if there is none that this actor may see */
    public WorkItem one(Actor actor, UUID id) {
        throw new UnsupportedOperationException();
    }

    public List<WorkItem> ofCase(Actor actor, UUID caseId) {
        throw new UnsupportedOperationException();
    }

    /** The open item of this kind at this process instance, if there is one; for use cases. */
    public Optional<WorkItem> open(String kind, String businessKey) {
        throw new UnsupportedOperationException();
    }

    /** A customer's open steps. */
    public List<WorkItem> openFor(Actor customer) {
        throw new UnsupportedOperationException();
    }
}
