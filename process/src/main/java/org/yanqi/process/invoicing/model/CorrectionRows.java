package org.yanqi.process.invoicing.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored corrections. */
public interface CorrectionRows extends Repository<CorrectionRow, UUID> {
    CorrectionRow save(CorrectionRow row);

    Optional<CorrectionRow> findById(UUID id);

    List<CorrectionRow> findByInvoiceIdOrderByAsked(UUID invoice);

    List<CorrectionRow> findByCaseIdOrderByAsked(UUID caseId);

    boolean existsByConfirmation(String confirmation);

    boolean existsByRedNumber(String number);
}
