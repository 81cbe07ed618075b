package org.yanqi.app.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yanqi.process.calendar.WorkingDays;

/** Enters the holidays and make-up working days known at delivery; later years are an administrator's work (R9). */
@Component
class KnownHolidays implements JavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        List<String[]> days = read();
        TreeSet<Integer> years = new TreeSet<>();
        days.forEach(day -> years.add(LocalDate.parse(day[0]).getYear()));
        try (PreparedStatement year = context.getConnection()
                        .prepareStatement(
                                "insert into calendar_year (calendar_year, entered_by) values (?, 'delivery')");
                PreparedStatement special = context.getConnection()
                        .prepareStatement(
                                "insert into special_day (special_day, calendar_year, working, festival) values (?, ?, ?, ?)")) {
            for (int y : years) {
                year.setInt(1, y);
                year.executeUpdate();
            }
            for (String[] day : days) {
                LocalDate date = LocalDate.parse(day[0]);
                special.setObject(1, date);
                special.setInt(2, date.getYear());
                special.setBoolean(3, day[1].equals("WORK"));
                special.setString(4, day[2]);
                special.executeUpdate();
            }
        }
    }

    private static List<String[]> read() throws IOException {
        try (InputStream in = WorkingDays.class.getResourceAsStream("china-workdays.csv")) {
            if (in == null) {
                throw new IllegalStateException("china-workdays.csv is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", 3))
                    .toList();
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("021");
    }

    @Override
    public String getDescription() {
        return "known holidays";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
