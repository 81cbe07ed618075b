package org.yanqi.process.account.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.InvoiceTitle;

/** An invoice title kept for reuse. */
@Entity
@Table(name = "invoice_title")
public class TitleRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    @Column(name = "organisation_id")
    private UUID organisation = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private InvoiceTitle.Type type = InvoiceTitle.Type.ENTERPRISE;

    private String name = "";
    private String taxNumber = "";
    private String address = "";
    private String phone = "";
    private String bank = "";
    private String account = "";
    private Instant used = Instant.EPOCH;

    protected TitleRow() {}

    public TitleRow(UUID organisation) {
        this.id = UUID.randomUUID();
        this.organisation = organisation;
    }

    public boolean isOf(UUID owner) {
        return organisation.equals(owner);
    }

    public void write(InvoiceTitle title, Instant at) {
        this.type = title.type();
        this.name = title.name().strip();
        this.taxNumber = title.taxNumber().strip();
        this.address = title.address().strip();
        this.phone = title.phone().strip();
        this.bank = title.bank().strip();
        this.account = title.account().strip();
        this.used = at;
    }

    public InvoiceTitle title() {
        return new InvoiceTitle(id, type, name, taxNumber, address, phone, bank, account);
    }
}
