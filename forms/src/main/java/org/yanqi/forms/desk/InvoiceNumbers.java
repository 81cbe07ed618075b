package org.yanqi.forms.desk;

import org.yanqi.process.invoicing.Invoice;

/** The number of an invoice, electronic or printed. */
final class InvoiceNumbers {
    private InvoiceNumbers() {}

    static String shown(Invoice invoice) {
        var number = invoice.number();
        if (number != null) {
            return number;
        }
        var code = invoice.paperCode();
        return code == null ? "" : code + " " + invoice.paperNumber();
    }
}
