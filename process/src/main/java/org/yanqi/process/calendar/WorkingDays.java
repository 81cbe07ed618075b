package org.yanqi.process.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.yanqi.process.calendar.model.Calendars;
import org.yanqi.process.calendar.model.Calendars.Known;

/** Counts Chinese working days (R9), in Asia/Shanghai whatever the machine's zone. */
@Service
public class WorkingDays {
    /** How long another node may count with a calendar that an administrator has just changed. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final Calendars calendars;
    private final Clock clock;
    private volatile @Nullable Snapshot snapshot;

    WorkingDays(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    private record Snapshot(Known known, Instant until) {}

    /** Published when a year was entered. */
    record CalendarChanged(int year) {}

    /** The end of the n-th working day after the day of {@code start}. */
    public Deadline after(Instant start, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("a deadline lies ahead: " + workingDays);
        }
        Known known = known();
        LocalDate day = LocalDate.ofInstant(start, Shanghai.ZONE);
        boolean provisional = !known.years().contains(day.getYear());
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            provisional |= !known.years().contains(day.getYear());
            if (isWorkingDay(known, day)) {
                left--;
            }
        }
        return new Deadline(day.atTime(END_OF_DAY).atZone(Shanghai.ZONE).toInstant(), provisional);
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(known(), day);
    }

    /** Whether the holidays of the year were entered; if not, its days count Monday to Friday, provisionally. */
    public boolean isKnown(int year) {
        return known().years().contains(year);
    }

    /** Working days from the day after {@code from} up to the day of {@code until}; negative if that has passed. */
    public int between(Instant from, Instant until) {
        LocalDate a = LocalDate.ofInstant(from, Shanghai.ZONE);
        LocalDate b = LocalDate.ofInstant(until, Shanghai.ZONE);
        if (b.isBefore(a)) {
            return -between(until, from);
        }
        Known known = known();
        return (int) a.datesUntil(b)
                .map(day -> day.plusDays(1))
                .filter(day -> isWorkingDay(known, day))
                .count();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void forget(CalendarChanged change) {
        snapshot = null;
    }

    private static boolean isWorkingDay(Known known, LocalDate day) {
        Boolean special = known.working().get(day);
        if (special != null) {
            return special;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private Known known() {
        Snapshot current = snapshot;
        Instant now = clock.instant();
        if (current == null || current.until().isBefore(now)) {
            current = new Snapshot(calendars.known(), now.plus(FRESH));
            snapshot = current;
        }
        return current.known();
    }
}
