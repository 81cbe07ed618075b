package org.yanqi.app.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.yanqi.process.notice.SendNotice.Enclosure;
import org.yanqi.process.notice.port.Postman;

/** Delivers by SMTP. A letter keeps its Message-ID, so that a server or reader can tell a repeat. */
@Component
class SmtpPostman implements Postman {
    private final JavaMailSenderImpl server;
    private final MailProperties properties;

    SmtpPostman(JavaMailSenderImpl server, MailProperties properties) {
        this.server = server;
        this.properties = properties;
    }

    @Override
    public void deliver(Letter letter) throws Undelivered {
        try {
            server.send(written(letter));
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            throw new Undelivered(e.getClass().getSimpleName(), isAddressRefused(e), e);
        }
    }

    /** A malformed address, or one that the server answers with a code of the 5xx kind (RFC 5321 §4.2.1). */
    private static boolean isAddressRefused(Exception failure) {
        if (failure instanceof AddressException) {
            return true;
        }
        return failure instanceof MailSendException failed
                && Arrays.stream(failed.getMessageExceptions())
                        .filter(SendFailedException.class::isInstance)
                        .map(one -> ((SendFailedException) one).getInvalidAddresses())
                        .anyMatch(invalid -> invalid != null && invalid.length > 0);
    }

    private MimeMessage written(Letter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new OwnId(server.getSession(), letter.messageId());
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(properties.from(), properties.sender(), StandardCharsets.UTF_8.name()));
        helper.setTo(letter.to());
        helper.setSubject(letter.subject());
        helper.setText(letter.text(), letter.html());
        for (Enclosure enclosure : letter.enclosures()) {
            helper.addAttachment(enclosure.name(), new ByteArrayResource(enclosure.content()), enclosure.mediaType());
        }
        return message;
    }

    /** The mail library gives every attempt a new id unless it is told otherwise. */
    private static final class OwnId extends MimeMessage {
        private final String id;

        OwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
