package org.yanqi.forms.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yanqi.process.calendar.MaintainCalendar.SpecialDay;

/** Days as an administrator types them. */
class SpecialDaysTest {
    @Test
    void reads_what_it_wrote() {
        var days = List.of(
                new SpecialDay(LocalDate.of(2027, 1, 1), false, "元旦"),
                new SpecialDay(LocalDate.of(2027, 2, 14), true, "春节"));
        assertThat(SpecialDays.read(SpecialDays.write(days)).days()).isEqualTo(days);
    }

    @Test
    void reads_chinese_commas_english_words_and_skips_empty_lines() {
        var read = SpecialDays.read("2027-01-01，休，元旦\n\n2027-01-03,WORK,\n");
        assertThat(read.faults()).isEmpty();
        assertThat(read.days())
                .containsExactly(
                        new SpecialDay(LocalDate.of(2027, 1, 1), false, "元旦"),
                        new SpecialDay(LocalDate.of(2027, 1, 3), true, ""));
    }

    @Test
    void names_the_line_that_is_malformed_and_keeps_the_others() {
        var read = SpecialDays.read("2027-01-01,休,元旦\n2027-02-30,休,春节\n2027-03-01,假,不明");
        assertThat(read.faults()).extracting(fault -> fault.arguments().get(0)).containsExactly("2", "3");
        assertThat(read.days()).hasSize(1);
    }
}
