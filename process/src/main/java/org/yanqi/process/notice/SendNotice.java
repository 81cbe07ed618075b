package org.yanqi.process.notice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Queues a message in the caller's transaction; a job hands it to the postman after commit. */
@Service
public class SendNotice {
    /**
     * @param kind name of the template: order-placed, payment-received, update-key, update-key-reminder, activate-platforms,
     *     invoice-issued, invoice-dispatched, password-reset, rekeyed, renewal-cancelled
     * @param once the same key is sent once
     * @param facts what the template names
     */
    public void send(
            String kind,
            String to,
            Locale language,
            Map<String, String> facts,
            List<Enclosure> enclosures,
            @Nullable UUID caseId,
            String once) {
        throw new UnsupportedOperationException();
    }

    /** A file that goes with the message. */
    public record Enclosure(String name, String mediaType, byte[] content) {}
}
