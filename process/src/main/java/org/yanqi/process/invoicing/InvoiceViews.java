package org.yanqi.process.invoicing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.model.InvoiceFile;
import org.yanqi.process.invoicing.model.InvoiceFiles;
import org.yanqi.process.invoicing.model.InvoiceRow;
import org.yanqi.process.invoicing.model.InvoiceRows;
import org.yanqi.process.outcome.NotFound;

/** Stored invoices as others see them, with the kinds of their files. */
@Component
class InvoiceViews {
    private final InvoiceRows invoices;
    private final InvoiceFiles files;

    InvoiceViews(InvoiceRows invoices, InvoiceFiles files) {
        this.invoices = invoices;
        this.files = files;
    }

    InvoiceRow row(UUID id) {
        return invoices.findById(id).orElseThrow(() -> new NotFound("invoice " + id));
    }

    InvoiceRow locked(UUID id) {
        return invoices.lock(id).orElseThrow(() -> new NotFound("invoice " + id));
    }

    Invoice of(InvoiceRow row) {
        return of(List.of(row)).get(0);
    }

    List<Invoice> of(List<InvoiceRow> rows) {
        var kinds = files.keysOf(rows.stream().map(InvoiceRow::id).toList()).stream()
                .collect(Collectors.groupingBy(
                        InvoiceFile.Key::invoiceId, Collectors.mapping(InvoiceFile.Key::kind, Collectors.toSet())));
        return rows.stream()
                .map(row -> row.view(kinds.getOrDefault(row.id(), Set.of())))
                .toList();
    }
}
