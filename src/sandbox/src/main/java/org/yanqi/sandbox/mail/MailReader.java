package org.yanqi.sandbox.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a MIME message apart. */
final class MailReader {
    private record File(String name, String type, byte[] content) {}

    private @Nullable String text;
    private @Nullable String html;
    private final List<File> files = new ArrayList<>();

    private MailReader() {}

    static Mail read(String id, String to, MimeMessage message, Instant received)
            throws MessagingException, IOException {
        MailReader reader = new MailReader();
        reader.visit(message);
        String from = message.getFrom() == null ? "" : MimeUtility.decodeText(message.getFrom()[0].toString());
        return new Mail(
                id,
                Optional.ofNullable(message.getMessageID()).orElse(""),
                from,
                to,
                Optional.ofNullable(message.getSubject()).orElse("（无主题）"),
                received,
                Optional.ofNullable(reader.text).orElse(""),
                reader.html,
                reader.files.stream()
                        .map(f -> new Mail.Attachment(f.name(), f.type(), f.content().length))
                        .toList());
    }

    /** The content of the attachment at this index. */
    static byte[] attachment(MimeMessage message, int index) throws MessagingException, IOException {
        MailReader reader = new MailReader();
        reader.visit(message);
        return reader.files.get(index).content();
    }

    private void visit(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart inner = several.getBodyPart(i);
                visit(inner);
            }
        } else if (part.getFileName() != null) {
            String type = part.getContentType().split(";")[0];
            files.add(new File(
                    MimeUtility.decodeText(part.getFileName()),
                    type,
                    part.getInputStream().readAllBytes()));
        } else if (part.isMimeType("text/html") && html == null) {
            html = part.getContent().toString();
        } else if (part.isMimeType("text/*") && text == null) {
            text = part.getContent().toString();
        }
    }
}
