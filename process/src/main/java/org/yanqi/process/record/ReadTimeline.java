package org.yanqi.process.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads what happened to a case, oldest first. */
@Service
public class ReadTimeline {
    public List<RecordEntry> of(UUID caseId) {
        throw new UnsupportedOperationException();
    }

    /** The whole record for the auditor, newest first, paged by number. */
    public List<RecordEntry> latest(Actor actor, @Nullable String text, @Nullable Long before, int limit) {
        throw new UnsupportedOperationException();
    }
}
