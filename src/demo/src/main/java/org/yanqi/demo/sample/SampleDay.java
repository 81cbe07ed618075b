package org.yanqi.demo.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.yanqi.process.calendar.Shanghai;

/**
 * The moment to which sample data leads, to the minute. Everything is made at fixed times before it, so that the same seed and the same
 * moment make the same data. The moment itself is not written into the program: certificates live for a year, and a demo
 * built a year later would show nothing that could be renewed. A newcomer's moment is therefore that of the first build;
 * whoever wants the very same data again names it ({@code --sample-clock}).
 */
public record SampleDay(Instant moment) {

    public SampleDay {
        moment = moment.truncatedTo(ChronoUnit.MINUTES);
    }

    LocalDate date() {
        return dateOf(moment);
    }

    static LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, Shanghai.ZONE);
    }

    /** This long ago that day, at this time of day. */
    Instant daysAgo(int days, int hour, int minute) {
        return date().minusDays(days).atTime(hour, minute).atZone(Shanghai.ZONE).toInstant();
    }

    Instant minutesAgo(int minutes) {
        return moment.minus(minutes, ChronoUnit.MINUTES);
    }
}
