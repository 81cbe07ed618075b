package org.yanqi.process.calendar.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.process.calendar.MaintainCalendar.SpecialDay;

/** The years that were entered and their special days. */
@Repository
public class Calendars {
    private final JdbcClient database;

    Calendars(JdbcClient database) {
        this.database = database;
    }

    /** Everything that is known, as one value. */
    public record Known(Set<Integer> years, Map<LocalDate, Boolean> working) {}

    public Known known() {
        Set<Integer> years = new HashSet<>(database.sql("select calendar_year from calendar_year")
                .query(Integer.class)
                .list());
        Map<LocalDate, Boolean> working = new HashMap<>();
        database.sql("select special_day, working from special_day").query(row -> {
            working.put(row.getObject(1, LocalDate.class), row.getBoolean(2));
        });
        return new Known(Set.copyOf(years), Map.copyOf(working));
    }

    public List<SpecialDay> of(int year) {
        return database.sql(
                        "select special_day, working, festival from special_day where calendar_year = ? order by special_day")
                .param(year)
                .query((row, i) ->
                        new SpecialDay(row.getObject(1, LocalDate.class), row.getBoolean(2), row.getString(3)))
                .list();
    }

    /** Puts these days in the place of what was known of the year. */
    public void replace(int year, List<SpecialDay> days, String by, Instant at) {
        database.sql("insert into calendar_year (calendar_year, entered_by) values (?, ?) on conflict do nothing")
                .params(year, by)
                .update();
        database.sql("update calendar_year set entered_at = ?, entered_by = ? where calendar_year = ?")
                .params(at.atOffset(ZoneOffset.UTC), by, year)
                .update();
        database.sql("delete from special_day where calendar_year = ?")
                .param(year)
                .update();
        for (SpecialDay day : days) {
            database.sql("insert into special_day (special_day, calendar_year, working, festival) values (?, ?, ?, ?)")
                    .params(day.day(), year, day.working(), day.festival())
                    .update();
        }
    }
}
