package org.yanqi.process.renewal.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to renew a certificate that lapsed for longer than the window. */
@Entity
@Table(name = "lapsed_review")
public class ReviewRow {
    /** How far it came. */
    public enum State {
        ASKED,
        APPROVED,
        REFUSED
    }

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private UUID certificate = new UUID(0, 0);
    private UUID organisation = new UUID(0, 0);
    private String askedBy = "";
    private String explanation = "";

    @Enumerated(EnumType.STRING)
    private State state = State.ASKED;

    private Instant asked = Instant.EPOCH;
    private @Nullable Instant decided;
    private @Nullable String decidedBy;
    private @Nullable String reason;

    protected ReviewRow() {}

    public ReviewRow(UUID certificate, UUID organisation, String askedBy, String explanation, Instant at) {
        this.id = UUID.randomUUID();
        this.certificate = certificate;
        this.organisation = organisation;
        this.askedBy = askedBy;
        this.explanation = explanation;
        this.asked = at;
    }

    public void decide(boolean approved, String by, String why, Instant at) {
        if (state != State.ASKED) {
            throw new IllegalStateException("review " + id + " is " + state);
        }
        this.state = approved ? State.APPROVED : State.REFUSED;
        this.decidedBy = by;
        this.reason = why;
        this.decided = at;
    }

    public UUID id() {
        return id;
    }

    public UUID certificate() {
        return certificate;
    }

    public UUID organisation() {
        return organisation;
    }

    public String askedBy() {
        return askedBy;
    }

    public String explanation() {
        return explanation;
    }

    public Instant asked() {
        return asked;
    }

    public State state() {
        return state;
    }
}
