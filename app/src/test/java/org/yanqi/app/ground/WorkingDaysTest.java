package org.yanqi.app.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.calendar.MaintainCalendar;
import org.yanqi.process.calendar.MaintainCalendar.SpecialDay;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.calendar.WorkingDays;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** R9: deadlines count in Chinese working days, in Shanghai, whatever the machine's zone is. */
@OnPostgres
class WorkingDaysTest {
    private static final Actor ADMINISTRATOR =
            new Actor("admin", "admin", Role.ADMINISTRATOR, Set.of(Role.ADMINISTRATOR), null, null, "x");

    @Autowired
    WorkingDays days;

    @Autowired
    MaintainCalendar maintain;

    @Test
    void a_weekend_does_not_count() {
        assertThat(dueAfter("2026-07-10T15:00:00+08:00", 1)).isEqualTo("2026-07-13");
    }

    @Test
    void the_national_holiday_does_not_count_and_its_make_up_days_do() {
        assertThat(dueAfter("2025-09-30T10:00:00+08:00", 1)).isEqualTo("2025-10-09");
        assertThat(dueAfter("2025-09-30T10:00:00+08:00", 3)).isEqualTo("2025-10-11");
    }

    @Test
    void the_day_is_the_one_in_shanghai() {
        // 17:00 UTC on Thursday is already Friday in Shanghai
        assertThat(dueAfter("2026-07-09T17:00:00Z", 1)).isEqualTo("2026-07-13");
    }

    @Test
    void a_deadline_in_an_unknown_year_is_provisional() {
        assertThat(days.after(Instant.parse("2026-12-30T04:00:00Z"), 5).provisional())
                .isTrue();
        assertThat(days.after(Instant.parse("2026-07-01T04:00:00Z"), 5).provisional())
                .isFalse();
    }

    @Test
    void what_an_administrator_enters_counts_at_once() {
        assertThat(days.isWorkingDay(LocalDate.of(2029, 1, 2))).isTrue();
        maintain.enter(ADMINISTRATOR, 2029, List.of(new SpecialDay(LocalDate.of(2029, 1, 2), false, "元旦")));
        assertThat(days.isWorkingDay(LocalDate.of(2029, 1, 2))).isFalse();
        assertThat(days.isKnown(2029)).isTrue();
    }

    @Test
    void a_day_of_another_year_is_refused() {
        assertThat(maintain.enter(ADMINISTRATOR, 2030, List.of(new SpecialDay(LocalDate.of(2029, 1, 2), false, "x")))
                        .isAccepted())
                .isFalse();
    }

    private String dueAfter(String start, int n) {
        return LocalDate.ofInstant(
                        days.after(OffsetDateTime.parse(start).toInstant(), n).at(), Shanghai.ZONE)
                .toString();
    }
}
