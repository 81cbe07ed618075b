package org.yanqi.process.invoicing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Tax in a gross amount (R10): net = gross / 1.06 rounded half up to fen, tax = gross - net.
 *
 * @param gross fen, tax included
 * @param net fen
 * @param tax fen
 * @param rate as in 0.06
 */
public record Vat(long gross, long net, long tax, BigDecimal rate) {
    public Vat {
        if (net + tax != gross) {
            throw new IllegalArgumentException(net + " and " + tax + " are not " + gross);
        }
    }

    /** Splits a gross amount in fen at a rate as in 0.06. */
    public static Vat in(long gross, BigDecimal rate) {
        if (gross < 0 || rate.signum() < 0) {
            throw new IllegalArgumentException("neither amount nor rate may be negative");
        }
        var net = BigDecimal.valueOf(gross)
                .divide(BigDecimal.ONE.add(rate), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Vat(gross, net, gross - net, rate);
    }
}
