package org.yanqi.process.record;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes a line on the record, in the caller's transaction (R13). */
@Service
public class AppendToRecord {
    public void append(Actor actor, @Nullable UUID caseId, String subject, String verb, Map<String, String> facts) {
        throw new UnsupportedOperationException();
    }
}
