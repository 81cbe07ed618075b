package org.yanqi.process.invoicing.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A legal file of an invoice, as the tax system made it. */
@Entity
@Table(name = "invoice_file")
public class InvoiceFile {
    /** Which invoice, and pdf or xml. */
    @Embeddable
    public record Key(UUID invoiceId, String kind) implements Serializable {}

    @EmbeddedId
    private Key key = new Key(new UUID(0, 0), "");

    private byte[] content = {};

    protected InvoiceFile() {}

    public InvoiceFile(UUID invoice, String kind, byte[] content) {
        this.key = new Key(invoice, kind);
        this.content = content.clone();
    }

    public byte[] content() {
        return content.clone();
    }
}
