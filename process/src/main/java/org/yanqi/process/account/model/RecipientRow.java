package org.yanqi.process.account.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.Recipient;

/** A recipient of paper kept for reuse. */
@Entity
@Table(name = "recipient")
public class RecipientRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    @Column(name = "organisation_id")
    private UUID organisation = new UUID(0, 0);

    private String name = "";
    private String mobile = "";
    private String region = "";
    private String address = "";
    private Instant used = Instant.EPOCH;

    protected RecipientRow() {}

    public RecipientRow(UUID organisation) {
        this.id = UUID.randomUUID();
        this.organisation = organisation;
    }

    public boolean isOf(UUID owner) {
        return organisation.equals(owner);
    }

    public void write(Recipient recipient, Instant at) {
        this.name = recipient.name().strip();
        this.mobile = recipient.mobile().strip();
        this.region = recipient.region().strip();
        this.address = recipient.address().strip();
        this.used = at;
    }

    public Recipient recipient() {
        return new Recipient(id, name, mobile, region, address);
    }
}
