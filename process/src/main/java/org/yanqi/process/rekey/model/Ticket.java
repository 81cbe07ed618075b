package org.yanqi.process.rekey.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket that was signed for the key agent: one item, one operation, one nonce, a few minutes. */
@Entity
@Table(name = "rekey_ticket")
@SuppressWarnings("NullAway.Init")
public class Ticket {
    @Id
    private String id;

    @Version
    private @Nullable Long version;

    private UUID item;
    private String operation;
    private String origin;
    private String nonce;
    private String openedBy;
    private Instant opened;
    private Instant expires;
    private @Nullable Instant used;

    protected Ticket() {}

    public Ticket(
            String id,
            UUID item,
            String operation,
            String origin,
            String nonce,
            String openedBy,
            Instant opened,
            Instant expires) {
        this.id = id;
        this.item = item;
        this.operation = operation;
        this.origin = origin;
        this.nonce = nonce;
        this.openedBy = openedBy;
        this.opened = opened;
        this.expires = expires;
    }

    public UUID item() {
        return item;
    }

    public String operation() {
        return operation;
    }

    public String origin() {
        return origin;
    }

    public String nonce() {
        return nonce;
    }

    public String openedBy() {
        return openedBy;
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /** The nonce was signed; it proves nothing a second time. */
    public void used(Instant now) {
        if (used == null) {
            used = now;
        }
    }
}
