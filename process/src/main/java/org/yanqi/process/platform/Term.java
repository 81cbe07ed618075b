package org.yanqi.process.platform;

import java.time.Instant;
import java.time.LocalDate;
import org.yanqi.process.calendar.Shanghai;

/**
 * The paid year (R3): one year from the later of the old expiry and the day of payment. A year ends the day before its
 * first day comes again; one that begins on 29 February ends on 27 February.
 *
 * @param from first day that is paid for
 * @param until last day; the new certificate's last day
 */
public record Term(LocalDate from, LocalDate until) {
    /** R3 with both days in Asia/Shanghai; the old expiry day itself still belongs to the old term. */
    public static Term after(LocalDate oldExpiry, LocalDate paid) {
        var from = paid.isAfter(oldExpiry) ? paid : oldExpiry.plusDays(1);
        return new Term(from, from.plusYears(1).minusDays(1));
    }

    /** The day in Asia/Shanghai on which something happened, whatever the machine's zone. */
    public static LocalDate dayOf(Instant at) {
        return at.atZone(Shanghai.ZONE).toLocalDate();
    }
}
