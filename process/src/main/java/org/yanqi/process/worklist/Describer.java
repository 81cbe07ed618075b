package org.yanqi.process.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the worklist in plain values what a process instance is about; implemented by the renewal. */
public interface Describer {
    /** Title, owner and searchable words of a work item. */
    record Description(
            String title,
            @Nullable UUID organisation,
            @Nullable UUID person,
            String words) {}

    Description describe(String process, String businessKey, @Nullable UUID caseId);
}
