package org.yanqi.process.invoicing.model;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.yanqi.process.invoicing.InvoiceState;

/** Stored invoices. */
public interface InvoiceRows extends Repository<InvoiceRow, UUID> {
    InvoiceRow save(InvoiceRow row);

    Optional<InvoiceRow> findById(UUID id);

    /** Whoever offers it to the tax channel, cancels it or makes it smaller has it alone. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from InvoiceRow i where i.id = :id")
    Optional<InvoiceRow> lock(UUID id);

    /** Ids of the order's invoices in none of these states, the latest first. */
    @Query("select i.id from InvoiceRow i where i.orderId = :order and i.state not in :over order by i.asked desc")
    List<UUID> standing(UUID order, Collection<InvoiceState> over);

    Optional<InvoiceRow> findBySerial(String serial);

    Optional<InvoiceRow> findFirstByOrderIdOrderByAskedDesc(UUID order);

    Optional<InvoiceRow> findFirstByCaseIdOrderByAskedDesc(UUID caseId);

    boolean existsByPaperCodeAndPaperNumber(String code, String number);

    List<InvoiceRow> findByOrderIdInOrderByAskedDesc(Collection<UUID> orders);

    List<InvoiceRow> findByOrderByAskedDesc(Limit limit);
}
