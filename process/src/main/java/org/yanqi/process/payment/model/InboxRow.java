package org.yanqi.process.payment.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.payment.ProvenEvent;

/** A proven event that waits to be handled, or was. */
@Entity
@Table(name = "inbox_event")
public class InboxRow {
    @Id
    private UUID id = new UUID(0, 0);

    private String sender = "";
    private String eventId = "";
    private String kind = "";
    private String number = "";
    private @Nullable String providerNumber;
    private String state = "";
    private long fen;
    private @Nullable Instant at;
    private @Nullable String payer;
    private String evidence = "";
    private Instant received = Instant.EPOCH;
    private @Nullable Instant handled;
    private @Nullable String outcome;
    private int attempts;
    private @Nullable Instant nextAttempt;

    protected InboxRow() {}

    public ProvenEvent event() {
        return new ProvenEvent(sender, eventId, kind, number, providerNumber, state, fen, at, payer, evidence);
    }

    public Instant received() {
        return received;
    }

    public int attempts() {
        return attempts;
    }

    public void handled(String how, Instant now) {
        this.handled = now;
        this.outcome = how;
        this.nextAttempt = null;
        this.attempts++;
    }

    /** To be looked at again. */
    public void later(Instant next) {
        this.nextAttempt = next;
        this.attempts++;
    }
}
