package org.yanqi.process.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.record.model.RecordEntries;

/** Reads what happened to a case, oldest first. */
@Service
public class ReadTimeline {
    private static final int MOST = 500;

    private final RecordEntries entries;

    ReadTimeline(RecordEntries entries) {
        this.entries = entries;
    }

    /** For use cases that have checked that the asker may see the case. */
    @Transactional(readOnly = true)
    public List<RecordEntry> of(UUID caseId) {
        return entries.ofCase(caseId);
    }

    /**
     * The whole record for the auditor, newest first, paged by number.
     *
     * @param text looked for in subject, verb, account and name
     * @param before number of the oldest entry of the page before, if there was one
     */
    @Transactional(readOnly = true)
    public List<RecordEntry> latest(Actor actor, @Nullable String text, @Nullable Long before, int limit) {
        actor.require(Role.AUDITOR, Role.SUPERVISOR);
        return entries.latest(text, before == null ? Long.MAX_VALUE : before, Math.min(limit, MOST));
    }
}
