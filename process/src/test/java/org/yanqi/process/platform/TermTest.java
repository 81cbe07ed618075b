package org.yanqi.process.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R3: one year from the later of the old expiry and the day of payment. */
class TermTest {
    private static final TimeZone MACHINE = TimeZone.getDefault();

    @AfterEach
    void putTheMachineBack() {
        TimeZone.setDefault(MACHINE);
    }

    @Test
    void paid_before_the_expiry_the_year_follows_the_old_term() {
        assertThat(Term.after(day("2026-12-01"), day("2026-11-22"))).isEqualTo(term("2026-12-02", "2027-12-01"));
    }

    @Test
    void paid_on_the_day_of_expiry_the_old_term_still_has_that_day() {
        assertThat(Term.after(day("2026-11-22"), day("2026-11-22"))).isEqualTo(term("2026-11-23", "2027-11-22"));
    }

    @Test
    void expired_yesterday_the_day_of_payment_counts() {
        assertThat(Term.after(day("2026-11-21"), day("2026-11-22"))).isEqualTo(term("2026-11-22", "2027-11-21"));
    }

    @Test
    void expired_365_or_366_days_ago_the_day_of_payment_counts_all_the_same() {
        assertThat(Term.after(day("2025-11-22"), day("2026-11-22"))).isEqualTo(term("2026-11-22", "2027-11-21"));
        assertThat(Term.after(day("2025-11-21"), day("2026-11-22"))).isEqualTo(term("2026-11-22", "2027-11-21"));
    }

    @Test
    void a_year_over_29_february_ends_the_day_before_its_first_day_comes_again() {
        assertThat(Term.after(day("2027-02-28"), day("2027-01-10"))).isEqualTo(term("2027-03-01", "2028-02-29"));
        assertThat(Term.after(day("2028-02-28"), day("2028-01-10"))).isEqualTo(term("2028-02-29", "2029-02-27"));
        assertThat(Term.after(day("2028-02-29"), day("2028-02-29"))).isEqualTo(term("2028-03-01", "2029-02-28"));
        assertThat(Term.after(day("2028-02-01"), day("2028-02-29"))).isEqualTo(term("2028-02-29", "2029-02-27"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Shanghai"})
    void seconds_around_midnight_fall_on_the_day_of_shanghai_whatever_the_machines_zone(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        var lastSecond = Instant.parse("2026-12-01T15:59:59Z");

        assertThat(Term.dayOf(lastSecond)).isEqualTo(day("2026-12-01"));
        assertThat(Term.dayOf(lastSecond.plusSeconds(1))).isEqualTo(day("2026-12-02"));
        assertThat(Term.after(day("2026-12-01"), Term.dayOf(lastSecond))).isEqualTo(term("2026-12-02", "2027-12-01"));
        assertThat(Term.after(day("2026-12-01"), Term.dayOf(lastSecond.plusSeconds(1))))
                .isEqualTo(term("2026-12-02", "2027-12-01"));
    }

    @Property
    void a_paid_year_never_begins_in_the_past_or_overlaps_the_old_term_and_has_365_or_366_days(
            @ForAll @DateRange(min = "2020-01-01", max = "2040-12-31") LocalDate oldExpiry,
            @ForAll @DateRange(min = "2020-01-01", max = "2040-12-31") LocalDate paid) {
        var term = Term.after(oldExpiry, paid);
        assertThat(term.from()).isAfter(oldExpiry).isAfterOrEqualTo(paid);
        assertThat(ChronoUnit.DAYS.between(term.from(), term.until()) + 1).isBetween(365L, 366L);
    }

    private static Term term(String from, String until) {
        return new Term(day(from), day(until));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
