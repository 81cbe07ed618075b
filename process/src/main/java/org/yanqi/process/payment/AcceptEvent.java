package org.yanqi.process.payment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.payment.model.InboxRows;

/** Stores a proven event in the inbox, once by sender's id, so that the callback can be answered; handled after commit. */
@Service
public class AcceptEvent {
    /** The inbox has something new; heard after commit. */
    record Arrived() {}

    private static final int EVIDENCE_LENGTH = 4000;

    private final InboxRows inbox;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;

    AcceptEvent(InboxRows inbox, ApplicationEventPublisher events, MeterRegistry meters, Clock clock) {
        this.inbox = inbox;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /** @return false if it was a repeat */
    @Transactional
    public boolean accept(ProvenEvent event) {
        var evidence = event.evidence();
        var inserted = inbox.insertIfAbsent(
                UUID.randomUUID(),
                event.sender(),
                event.eventId(),
                event.kind(),
                event.number(),
                event.providerNumber(),
                event.state(),
                event.fen(),
                event.at(),
                event.payer(),
                evidence.length() > EVIDENCE_LENGTH ? evidence.substring(0, EVIDENCE_LENGTH) : evidence,
                clock.instant());
        meters.counter(
                        "yanqi.callbacks.accepted",
                        "sender",
                        event.sender(),
                        "kind",
                        event.kind(),
                        "repeat",
                        Boolean.toString(inserted == 0))
                .increment();
        if (inserted > 0) {
            events.publishEvent(new Arrived());
        }
        return inserted > 0;
    }
}
