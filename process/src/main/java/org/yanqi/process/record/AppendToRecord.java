package org.yanqi.process.record;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.record.model.RecordEntries;

/** Writes a line on the record, in the caller's transaction (R13). */
@Service
public class AppendToRecord {
    private final RecordEntries entries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppendToRecord(RecordEntries entries, ApplicationEventPublisher events, Clock clock) {
        this.entries = entries;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param subject what it is about, as in {@code order PLYQHB2026112210001}
     * @param verb what was done; key of the sentence in the bundles ({@code record.<verb>})
     * @param facts what the sentence names; never personal data in clear (R12)
     */
    @Transactional
    public void append(Actor actor, @Nullable UUID caseId, String subject, String verb, Map<String, String> facts) {
        // microseconds are what both databases keep, and the chain is computed from what they give back
        entries.append(clock.instant().truncatedTo(ChronoUnit.MICROS), actor, caseId, subject, verb, facts);
        if (caseId != null) {
            events.publishEvent(new Recorded(caseId));
        }
    }
}
