package org.yanqi.process.rekey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.yanqi.process.calendar.Shanghai;

/** A wait until a day: when it is over, and when the holder is reminded of it. */
record Deferral(Instant until, Instant remindAt) {

    /** @param lead how long before the day the holder is reminded; a shorter wait is not reminded of before its end */
    static Deferral to(LocalDate day, Duration lead, Instant now) {
        Instant until = day.atStartOfDay(Shanghai.ZONE).toInstant();
        Instant before = until.minus(lead);
        return new Deferral(until, before.isAfter(now) ? before : until);
    }

    static boolean isLater(LocalDate day, Instant now) {
        return day.isAfter(now.atZone(Shanghai.ZONE).toLocalDate());
    }

    /** As the model wants them. */
    Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("deferredUntil", Date.from(until));
        variables.put("remindAt", Date.from(remindAt));
        return variables;
    }
}
