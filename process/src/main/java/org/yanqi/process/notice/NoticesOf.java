package org.yanqi.process.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The messages of a case, for the case page. */
@Service
public class NoticesOf {
    /** A message and how far it came. */
    public record Notice(
            UUID id,
            String kind,
            String to,
            String subject,
            Instant queued,
            @Nullable Instant sent,
            int attempts) {}

    public List<Notice> caseOf(UUID caseId) {
        throw new UnsupportedOperationException();
    }
}
