package org.yanqi.process.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.notice.model.Letters;

/** Queues a message in the caller's transaction; a job hands it to the postman after commit. */
@Service
public class SendNotice {
    private final Letters letters;
    private final ApplicationEventPublisher events;
    private final NoticeProperties properties;
    private final String home;

    SendNotice(
            Letters letters,
            ApplicationEventPublisher events,
            NoticeProperties properties,
            @Value("${yanqi.public-url:http://localhost:8080}") String home) {
        this.letters = letters;
        this.events = events;
        this.properties = properties;
        this.home = home;
    }

    /** Published with a queued letter. */
    record Queued(UUID letter) {}

    /**
     * @param kind name of the template: order-placed, payment-received, update-key, update-key-reminder, activate-platforms,
     *     invoice-issued, invoice-dispatched, password-reset, rekeyed, renewal-cancelled,
     *     open-bids, open-bid-remedy, update-date-near, update-date-reached, certificate-revoked, refund
     * @param once the same key is sent once
     * @param facts what the template names; its head lists them, a line whose fact is missing is left out. Points in time
     *     as ISO instants are written in local time; {@code home} is known to every template
     */
    @Transactional
    public void send(
            String kind,
            String to,
            Locale language,
            Map<String, String> facts,
            List<Enclosure> enclosures,
            @Nullable UUID caseId,
            String once) {
        Map<String, String> all = new HashMap<>(facts);
        all.putIfAbsent("home", home);
        LetterTemplate.Written written = LetterTemplate.of(kind, language).write(all, language);
        UUID id = UUID.randomUUID();
        boolean queued = letters.add(new Letters.Queued(
                id,
                once,
                kind,
                to,
                written.subject(),
                written.html(),
                written.text(),
                "<" + id + "@" + properties.messageDomain() + ">",
                caseId,
                enclosures));
        if (queued) {
            events.publishEvent(new Queued(id));
        }
    }

    /** A file that goes with the message. */
    public record Enclosure(String name, String mediaType, byte[] content) {}
}
