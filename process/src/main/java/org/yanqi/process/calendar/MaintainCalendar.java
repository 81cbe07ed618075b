package org.yanqi.process.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Lets an administrator enter a year's holidays and make-up working days. */
@Service
public class MaintainCalendar {
    /** An exception to Monday-to-Friday. */
    public record SpecialDay(LocalDate day, boolean working, String festival) {}

    public List<SpecialDay> of(Actor actor, int year) {
        throw new UnsupportedOperationException();
    }

    public Outcome<Integer> enter(Actor actor, int year, List<SpecialDay> days) {
        throw new UnsupportedOperationException();
    }
}
