package org.yanqi.process.record;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record.
 *
 * @param number position on the record
 * @param caseId the renewal it belongs to, if it belongs to one
 * @param subject what it is about, as in {@code order PLYQHB2026112210001}
 * @param verb what was done; key of the sentence in the bundles ({@code record.<verb>})
 * @param facts what the sentence names; never personal data in clear (R12)
 */
public record RecordEntry(
        long number,
        Instant at,
        String account,
        String name,
        Role role,
        String from,
        @Nullable UUID caseId,
        String subject,
        String verb,
        Map<String, String> facts) {}
