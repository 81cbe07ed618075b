package org.yanqi.forms.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Texts;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.calendar.WorkingDays;
import org.yanqi.process.worklist.WorkItem;
import org.yanqi.process.worklist.WorkItemState;

/** Says how long something still has, in working days (R9): overdue in red, today in amber. */
@Component
class DueWords {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final WorkingDays days;
    private final Clock clock;

    DueWords(WorkingDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** A deadline in words. */
    record Words(String text, Tone tone) {}

    Words of(WorkItem item, Locale locale) {
        var due = item.due();
        if (due == null) {
            return new Words(Format.EMPTY, Tone.NEUTRAL);
        }
        if (item.state() == WorkItemState.DONE || item.state() == WorkItemState.CANCELLED) {
            return new Words(Texts.text("work-state." + item.state(), locale), Tone.NEUTRAL);
        }
        var now = clock.instant();
        if (due.isBefore(now)) {
            var late = Math.max(0, days.between(due, now));
            return new Words(
                    late == 0
                            ? Texts.text("due.over", locale)
                            : Texts.text("due.over.days", locale, Format.number(late)),
                    Tone.DANGER);
        }
        if (LocalDate.ofInstant(due, SHANGHAI).equals(LocalDate.ofInstant(now, SHANGHAI))) {
            return new Words(Texts.text("due.today", locale), Tone.WARNING);
        }
        return new Words(Texts.text("due.left", locale, Format.number(days.between(now, due))), Tone.NEUTRAL);
    }
}
