package org.yanqi.process.ordering;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.platform.Term;

/**
 * Draws numbers without reuse (R11): orders {@code PLYQHB} + yyyyMMdd + five digits of the day or more, payments, refunds.
 * A number drawn by a transaction that is rolled back is drawn again by the next one; nobody has seen it.
 */
@Service
public class DrawNumber {
    /** So that the first number of a day has five digits without leading zeros, as in the customers' guide. */
    private static final long BEFORE_FIRST = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    DrawNumber(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next order number of today. */
    @Transactional
    public String order() {
        return of("order", "PLYQHB");
    }

    /**
     * A number of another series, as {@code payment} or {@code refund}. The series waits for the drawer's transaction, so
     * draw late in it.
     */
    @Transactional
    public String of(String series, String prefix) {
        var day = Term.dayOf(clock.instant());
        if (draw(series, day) == 0) {
            // the day's first; whoever else begins the series now is waited for
            jdbc.sql("insert into number_series (series, drawn_on, last_drawn) values (?, ?, ?) on conflict do nothing")
                    .params(series, day, BEFORE_FIRST)
                    .update();
            draw(series, day);
        }
        var drawn = jdbc.sql("select last_drawn from number_series where series = ? and drawn_on = ?")
                .params(series, day)
                .query(Long.class)
                .single();
        return prefix + day.format(DateTimeFormatter.BASIC_ISO_DATE) + drawn;
    }

    private int draw(String series, LocalDate day) {
        return jdbc.sql("update number_series set last_drawn = last_drawn + 1 where series = ? and drawn_on = ?")
                .params(series, day)
                .update();
    }
}
