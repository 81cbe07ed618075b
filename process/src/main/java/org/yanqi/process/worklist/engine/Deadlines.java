package org.yanqi.process.worklist.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.calendar.WorkingDays;

/** The bean {@code deadlines} of the models: until when a user task is due. */
@Component("deadlines")
public class Deadlines {
    private static final Pattern WORKING_DAYS = Pattern.compile("(\\d+)wd");

    private final WorkingDays calendar;
    private final Clock clock;

    Deadlines(WorkingDays calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param within {@code 2wd} for working days, an ISO period or duration as {@code P7D} and {@code PT2H}, or the point
     *     in time itself as {@code 2026-11-22T21:00:00+08:00}
     */
    public Date forTask(DelegateExecution execution, String within) {
        Matcher matcher = WORKING_DAYS.matcher(within);
        if (matcher.matches()) {
            return Date.from(calendar.after(clock.instant(), Integer.parseInt(matcher.group(1)))
                    .at());
        }
        return Date.from(after(clock.instant(), within));
    }

    private static Instant after(Instant now, String within) {
        try {
            if (within.contains("T") && !within.startsWith("P")) {
                return OffsetDateTime.parse(within).toInstant();
            }
            return within.startsWith("PT")
                    ? now.plus(Duration.parse(within))
                    : now.atZone(Shanghai.ZONE).plus(Period.parse(within)).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a deadline: " + within, e);
        }
    }
}
