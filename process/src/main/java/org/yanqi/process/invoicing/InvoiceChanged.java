package org.yanqi.process.invoicing;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.invoicing.model.InvoiceRows;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/** The tax channel says that an invoice changed; the adapter's callback hands it in, the truth is asked for. */
@Service
public class InvoiceChanged {
    private final InvoiceRows invoices;
    private final Signals signals;

    InvoiceChanged(InvoiceRows invoices, Signals signals) {
        this.invoices = invoices;
        this.signals = signals;
    }

    /**
     * Wakes the invoice's process if it waits; if it does not, its own clock asks soon enough.
     *
     * @return false if no invoice has this serial
     */
    @Transactional
    public boolean changed(String serial) {
        var invoice = invoices.findBySerial(serial);
        invoice.ifPresent(
                row -> signals.correlate(Messages.INVOICE_CHANGED, row.id().toString(), Map.of()));
        return invoice.isPresent();
    }
}
