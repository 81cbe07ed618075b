package org.yanqi.process.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.notice.model.Letters;

/** The messages of a case, for the case page. */
@Service
public class NoticesOf {
    private final Letters letters;

    NoticesOf(Letters letters) {
        this.letters = letters;
    }

    /**
     * A message and how far it came.
     *
     * @param refused since when its address is known not to work; a person has to see to it
     * @param trouble what the last server said
     */
    public record Notice(
            UUID id,
            String kind,
            String to,
            String subject,
            Instant queued,
            @Nullable Instant sent,
            int attempts,
            @Nullable Instant refused,
            @Nullable String trouble,
            @Nullable UUID caseId) {}

    /** For use cases that have checked that the asker may see the case; oldest first. */
    @Transactional(readOnly = true)
    public List<Notice> caseOf(UUID caseId) {
        return letters.ofCase(caseId);
    }
}
