package org.yanqi.process.invoicing.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Stored invoices. */
public interface InvoiceRows extends Repository<InvoiceRow, UUID> {
    InvoiceRow save(InvoiceRow row);

    Optional<InvoiceRow> findById(UUID id);

    Optional<InvoiceRow> findBySerial(String serial);

    Optional<InvoiceRow> findFirstByOrderIdOrderByAskedDesc(UUID order);

    Optional<InvoiceRow> findFirstByCaseIdOrderByAskedDesc(UUID caseId);

    boolean existsByPaperCodeAndPaperNumber(String code, String number);

    List<InvoiceRow> findByOrderIdInOrderByAskedDesc(Collection<UUID> orders);

    List<InvoiceRow> findByOrderByAskedDesc(Limit limit);
}
