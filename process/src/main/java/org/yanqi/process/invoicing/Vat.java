package org.yanqi.process.invoicing;

import java.math.BigDecimal;

/** Tax in a gross amount (R10): net = gross / 1.06 rounded half up to fen, tax = gross - net. */
public record Vat(long gross, long net, long tax, BigDecimal rate) {
    public static Vat in(long gross, BigDecimal rate) {
        throw new UnsupportedOperationException();
    }
}
