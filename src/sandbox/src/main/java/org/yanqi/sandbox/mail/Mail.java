package org.yanqi.sandbox.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as one recipient got it.
 *
 * @param id its place in the mailbox
 * @param messageId the header, equal when a sender repeats itself
 * @param html the HTML body, if there is one
 * @param text the plain body, or an empty string
 */
public record Mail(
        String id,
        String messageId,
        String from,
        String to,
        String subject,
        Instant received,
        String text,
        @Nullable String html,
        List<Attachment> attachments) {
    /** A file in a mail. */
    public record Attachment(String name, String type, int size) {}
}
