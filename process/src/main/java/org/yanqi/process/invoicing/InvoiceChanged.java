package org.yanqi.process.invoicing;

import org.springframework.stereotype.Service;

/** The tax channel says that an invoice changed; the adapter's callback hands it in, the truth is asked for. */
@Service
public class InvoiceChanged {
    /** @return false if no invoice has this serial */
    public boolean changed(String serial) {
        throw new UnsupportedOperationException();
    }
}
