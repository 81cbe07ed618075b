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
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Revocation;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;

/** A revocation on its way; refuses a second person who is the first. */
@Entity
@Table(name = "certificate_revocation")
@SuppressWarnings("NullAway.Init")
public class RevocationRow {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID certificate;
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    private Reason cause;

    private String reason;

    @Enumerated(EnumType.STRING)
    private Revocation.State state;

    private String askedBy;
    private Instant asked;
    private @Nullable String decidedBy;
    private @Nullable Instant decided;
    private @Nullable String decisionReason;
    private @Nullable Instant revoked;

    protected RevocationRow() {}

    public RevocationRow(CertificatePair pair, Reason cause, String reason, String askedBy, Instant asked) {
        this.id = UUID.randomUUID();
        this.certificate = pair.id();
        this.organisation = pair.organisation();
        this.cause = cause;
        this.reason = reason;
        this.state = Revocation.State.ASKED;
        this.askedBy = askedBy;
        this.asked = asked;
    }

    public Revocation view() {
        return new Revocation(
                id,
                certificate,
                organisation,
                cause,
                reason,
                state,
                askedBy,
                asked,
                decidedBy,
                decided,
                decisionReason,
                revoked);
    }

    public void decide(boolean approved, String by, String why, Instant at) {
        if (state != Revocation.State.ASKED || by.equals(askedBy)) {
            throw new IllegalStateException("revocation " + id + " is " + state + ", asked for by " + askedBy);
        }
        state = approved ? Revocation.State.APPROVED : Revocation.State.DECLINED;
        decidedBy = by;
        decisionReason = why;
        decided = at;
    }

    public void revoked(Instant at) {
        if (state == Revocation.State.APPROVED) {
            state = Revocation.State.REVOKED;
            revoked = at;
        } else if (state != Revocation.State.REVOKED) {
            throw new IllegalStateException("revocation " + id + " is " + state);
        }
    }
}
