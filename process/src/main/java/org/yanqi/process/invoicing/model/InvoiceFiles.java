package org.yanqi.process.invoicing.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored files of invoices. */
public interface InvoiceFiles extends Repository<InvoiceFile, InvoiceFile.Key> {
    InvoiceFile save(InvoiceFile file);

    Optional<InvoiceFile> findById(InvoiceFile.Key key);

    /** Which files there are, without reading them. */
    @Query("select f.key from InvoiceFile f where f.key.invoiceId in :invoices")
    List<InvoiceFile.Key> keysOf(Collection<UUID> invoices);
}
