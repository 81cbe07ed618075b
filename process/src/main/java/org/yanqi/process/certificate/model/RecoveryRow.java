package org.yanqi.process.certificate.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.certificate.KeyRecovery;
import org.yanqi.process.certificate.KeyRecovery.State;

/** A recovery; refuses to be approved by the one who asked. */
@Entity
@Table(name = "key_recovery")
public class RecoveryRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private UUID certificate = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private State state = State.ASKED;

    private String reason = "";
    private String askedBy = "";
    private Instant asked = Instant.EPOCH;
    private @Nullable String decidedBy;
    private @Nullable Instant decided;
    private @Nullable String answer;
    private @Nullable UUID receiver;
    private byte @Nullable [] envelope;
    private @Nullable Instant recovered;

    protected RecoveryRow() {}

    public RecoveryRow(UUID certificate, String askedBy, String reason, Instant at) {
        this.id = UUID.randomUUID();
        this.certificate = certificate;
        this.askedBy = askedBy;
        this.reason = reason;
        this.asked = at;
    }

    public void decide(boolean approved, String by, String why, Instant at) {
        require(State.ASKED);
        if (by.equals(askedBy)) {
            throw new IllegalStateException("recovery " + id + " needs a second person");
        }
        this.state = approved ? State.APPROVED : State.REFUSED;
        this.decidedBy = by;
        this.decided = at;
        this.answer = why;
    }

    public void recovered(UUID by, byte[] enveloped, Instant at) {
        require(State.APPROVED);
        this.state = State.RECOVERED;
        this.receiver = by;
        this.envelope = enveloped.clone();
        this.recovered = at;
    }

    public void notRecovered() {
        require(State.APPROVED);
        this.state = State.NOT_RECOVERED;
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException("recovery " + id + " is " + state + ", not " + expected);
        }
    }

    public byte @Nullable [] envelope() {
        return envelope == null ? null : envelope.clone();
    }

    public KeyRecovery view() {
        return new KeyRecovery(
                id, certificate, state, reason, askedBy, asked, decidedBy, decided, answer, receiver, recovered);
    }
}
