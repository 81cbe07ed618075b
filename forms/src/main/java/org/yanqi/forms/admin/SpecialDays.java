package org.yanqi.forms.admin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yanqi.process.calendar.MaintainCalendar.SpecialDay;
import org.yanqi.process.outcome.Refusal;

/** Days as an administrator types or pastes them: a date, 休 or 班 (OFF or WORK), the festival; separated by commas. */
final class SpecialDays {
    private SpecialDays() {}

    /** What was read, and what could not be. */
    record Read(List<SpecialDay> days, List<Refusal> faults) {}

    static String write(List<SpecialDay> days) {
        return days.stream()
                .map(day -> day.day() + "," + (day.working() ? "班" : "休") + "," + day.festival())
                .collect(Collectors.joining("\n"));
    }

    static Read read(String text) {
        var days = new ArrayList<SpecialDay>();
        var faults = new ArrayList<Refusal>();
        var number = 0;
        for (var line : text.split("\\R")) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var cells = line.split("[,，\t]", 3);
            var working = cells.length > 1 ? isWorking(cells[1].strip()) : -1;
            if (working < 0) {
                faults.add(Refusal.at("days", "refusal.calendar-line-malformed", Integer.toString(number)));
                continue;
            }
            try {
                days.add(new SpecialDay(
                        LocalDate.parse(cells[0].strip()), working == 1, cells.length > 2 ? cells[2].strip() : ""));
            } catch (DateTimeException notADay) {
                faults.add(Refusal.at("days", "refusal.calendar-line-malformed", Integer.toString(number)));
            }
        }
        return new Read(days, faults);
    }

    /** 1 for a working day, 0 for a day off, -1 for neither word. */
    private static int isWorking(String word) {
        return switch (word) {
            case "班", "WORK" -> 1;
            case "休", "OFF" -> 0;
            default -> -1;
        };
    }
}
