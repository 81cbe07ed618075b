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
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.certificate.ParsedCertificate;

/** A certificate pair; refuses every step that its life does not know. */
@Entity
@Table(name = "certificate_pair")
public class PairRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private UUID organisation = new UUID(0, 0);
    private UUID holder = new UUID(0, 0);
    private String holderName = "";

    @Enumerated(EnumType.STRING)
    private KeyKind kind = KeyKind.MAIN;

    @Enumerated(EnumType.STRING)
    private Algorithm algorithm = Algorithm.RSA_2048;

    private String vendor = "";
    private String keySerial = "";
    private String subject = "";
    private String issuer = "";
    private String serial = "";
    private byte[] signing = {};
    private byte @Nullable [] encryption;
    private Instant issued = Instant.EPOCH;
    private Instant expires = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private CertificateState state = CertificateState.ISSUED;

    private @Nullable Instant confirmed;
    private @Nullable UUID predecessor;
    private @Nullable UUID successor;
    private @Nullable UUID orderItem;
    private @Nullable Instant ended;
    private @Nullable String endReason;

    protected PairRow() {}

    private PairRow(byte[] signing, byte @Nullable [] encryption) {
        var parsed = ParsedCertificate.of(signing);
        this.id = UUID.randomUUID();
        this.signing = signing.clone();
        this.encryption = encryption == null ? null : encryption.clone();
        this.subject = parsed.subject();
        this.issuer = parsed.issuer();
        this.serial = parsed.serial();
        this.issued = parsed.notBefore();
        this.expires = parsed.notAfter();
    }

    /** A pair that is in force already. */
    public static PairRow entered(
            UUID organisation,
            UUID holder,
            String holderName,
            KeyKind kind,
            Algorithm algorithm,
            String vendor,
            String keySerial,
            byte[] signing,
            byte @Nullable [] encryption,
            Instant at) {
        var row = new PairRow(signing, encryption);
        row.organisation = organisation;
        row.holder = holder;
        row.holderName = holderName;
        row.kind = kind;
        row.algorithm = algorithm;
        row.vendor = vendor;
        row.keySerial = keySerial;
        row.state = CertificateState.IN_FORCE;
        row.confirmed = at;
        return row;
    }

    /** The pair issued to take this one's place; not in force before the key has proved it (R7). */
    public PairRow followedBy(UUID item, byte[] newSigning, byte @Nullable [] newEncryption) {
        var row = new PairRow(newSigning, newEncryption);
        row.organisation = organisation;
        row.holder = holder;
        row.holderName = holderName;
        row.kind = kind;
        row.algorithm = algorithm;
        row.vendor = vendor;
        row.keySerial = keySerial;
        row.predecessor = id;
        row.orderItem = item;
        return row;
    }

    /** Read back from the key, which has signed a nonce with it (R7). */
    public void confirm(Instant at) {
        move(CertificateState.ISSUED, CertificateState.IN_FORCE);
        this.confirmed = at;
    }

    /** Another pair is in force in this one's place; this one is hidden from lists from now on. */
    public void follow(UUID next) {
        if (successor != null && !successor.equals(next)) {
            throw new IllegalStateException("pair " + serial + " has a successor already");
        }
        this.successor = next;
    }

    public void supersede(UUID next, Instant at) {
        follow(next);
        move(CertificateState.IN_FORCE, CertificateState.SUPERSEDED);
        this.ended = at;
    }

    /** Revoked for another reason than a successor. */
    public void revoke(String reason, Instant at) {
        if (state == CertificateState.SUPERSEDED) {
            throw new IllegalStateException("pair " + serial + " is superseded, not to be revoked again");
        }
        this.state = CertificateState.REVOKED;
        this.ended = at;
        this.endReason = reason;
    }

    private void move(CertificateState from, CertificateState to) {
        if (state != from) {
            throw new IllegalStateException("pair " + serial + " is " + state + ", not " + from);
        }
        this.state = to;
    }

    public @Nullable UUID predecessor() {
        return predecessor;
    }

    /** When the key proved it, if it did. */
    public @Nullable Instant confirmed() {
        return confirmed;
    }

    /** When it was superseded or revoked, if it was. */
    public @Nullable Instant ended() {
        return ended;
    }

    public @Nullable String endReason() {
        return endReason;
    }

    public CertificatePair pair() {
        return new CertificatePair(
                id,
                organisation,
                holder,
                holderName,
                kind,
                algorithm,
                vendor,
                keySerial,
                subject,
                issuer,
                serial,
                signing,
                encryption,
                issued,
                expires,
                state,
                successor,
                orderItem);
    }
}
