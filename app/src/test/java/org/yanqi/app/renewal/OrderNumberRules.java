package org.yanqi.app.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.process.ordering.DrawNumber;
import org.yanqi.process.platform.Term;

/** R11: numbers are drawn without reuse, however many draw at once. */
abstract class OrderNumberRules extends WithCases {
    @Autowired
    DrawNumber numbers;

    @Test
    void eight_at_once_draw_two_hundred_different_numbers() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var draws = IntStream.range(0, 200)
                    .<Callable<String>>mapToObj(any -> numbers::order)
                    .toList();
            var drawn = new ArrayList<String>();
            for (var one : threads.invokeAll(draws)) {
                drawn.add(one.get());
            }
            assertThat(drawn).doesNotHaveDuplicates().allMatch(number -> number.matches("PLYQHB\\d{13}"));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_busy_day_has_more_digits() {
        var today = Term.dayOf(clock.instant());
        jdbc.sql("insert into number_series (series, drawn_on, last_drawn) values ('busy', ?, 99999)")
                .param(today)
                .update();

        assertThat(numbers.of("busy", "X")).matches("X\\d{8}100000");
        assertThat(numbers.of("busy", "X")).matches("X\\d{8}100001");
    }
}
