package org.yanqi.forms.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported lists run nothing in a spreadsheet. */
class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-1", "@SUM(A1)"})
    void defuses_what_a_spreadsheet_would_take_for_a_formula(String cell) {
        assertThat(Csv.line(List.of(cell))).isEqualTo("\"'" + cell + "\"\r\n");
    }

    @Test
    void quotes_commas_and_doubles_quotes() {
        assertThat(Csv.line(List.of("甲,乙", "说\"好\""))).isEqualTo("\"甲,乙\",\"说\"\"好\"\"\"\r\n");
    }

    @Test
    void begins_with_the_mark_of_utf_8() {
        assertThat(Csv.file("a")).startsWith(0xEF, 0xBB, 0xBF);
    }
}
