package org.yanqi.process.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.calendar.model.Calendars;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Lets an administrator enter a year's holidays and make-up working days. */
@Service
public class MaintainCalendar {
    private final Calendars calendars;
    private final AppendToRecord append;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MaintainCalendar(Calendars calendars, AppendToRecord append, ApplicationEventPublisher events, Clock clock) {
        this.calendars = calendars;
        this.append = append;
        this.events = events;
        this.clock = clock;
    }

    /** An exception to Monday-to-Friday. */
    public record SpecialDay(LocalDate day, boolean working, String festival) {}

    @Transactional(readOnly = true)
    public List<SpecialDay> of(Actor actor, int year) {
        actor.require(Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR);
        return calendars.of(year);
    }

    /**
     * Puts these days in the place of what was known of the year. Deadlines that already run keep their date.
     *
     * @return how many days were entered; refused if a day is of another year, named twice, or no exception at all
     */
    @Transactional
    public Outcome<Integer> enter(Actor actor, int year, List<SpecialDay> days) {
        actor.require(Role.ADMINISTRATOR);
        List<Refusal> reasons = reasonsAgainst(year, days);
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        calendars.replace(year, days, actor.account(), clock.instant());
        append.append(
                actor,
                null,
                "calendar " + year,
                "calendar-entered",
                Map.of("year", Integer.toString(year), "days", Integer.toString(days.size())));
        events.publishEvent(new WorkingDays.CalendarChanged(year));
        return Outcome.accepted(days.size());
    }

    private static List<Refusal> reasonsAgainst(int year, List<SpecialDay> days) {
        List<Refusal> reasons = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (SpecialDay day : days) {
            String date = day.day().toString();
            if (day.day().getYear() != year) {
                reasons.add(Refusal.at("days", "refusal.calendar-other-year", date));
            }
            if (!seen.add(day.day())) {
                reasons.add(Refusal.at("days", "refusal.calendar-day-twice", date));
            }
            boolean weekend =
                    day.day().getDayOfWeek() == DayOfWeek.SATURDAY || day.day().getDayOfWeek() == DayOfWeek.SUNDAY;
            // a weekend named as a day off is common in published lists and does no harm
            if (day.working() && !weekend) {
                reasons.add(Refusal.at("days", "refusal.calendar-already-working", date));
            }
        }
        return reasons;
    }
}
