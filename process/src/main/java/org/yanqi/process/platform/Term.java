package org.yanqi.process.platform;

import java.time.LocalDate;

/**
 * The paid year (R3): one year from the later of the old expiry and the day of payment.
 *
 * @param from first day that is paid for
 * @param until last day; the new certificate's last day
 */
public record Term(LocalDate from, LocalDate until) {

    /** R3 with both days in Asia/Shanghai; the old expiry day itself still belongs to the old term. */
    public static Term after(LocalDate oldExpiry, LocalDate paid) {
        throw new UnsupportedOperationException();
    }
}
