package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.reconciliation.Difference;
import org.yanqi.process.payment.reconciliation.ReconciledDay;

/** States of days, bills and differences as finance sees them. */
final class DayWords {
    private DayWords() {}

    /** @throws NotFound if this is no day at all */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw new NotFound("no day: " + text.length() + " characters");
        }
    }

    static String state(ReconciledDay day) {
        return day.isSigned() ? "signed" : day.reopened() > 0 ? "reopened" : "open";
    }

    static Tone tone(ReconciledDay day) {
        return day.isSigned() ? Tone.GOOD : day.unsettled() > 0 ? Tone.DANGER : Tone.WARNING;
    }

    static Badge badge(Component where, ReconciledDay day) {
        return new Badge(where.getTranslation("day-state." + state(day)), tone(day));
    }

    static Badge badge(Component where, ReconciledDay.Bill bill) {
        return new Badge(
                where.getTranslation("bill-state." + bill.state()),
                switch (bill.state()) {
                    case "READ" -> Tone.GOOD;
                    case "EMPTY" -> Tone.NEUTRAL;
                    case "AWAITED" -> Tone.NOTICE;
                    default -> Tone.DANGER;
                });
    }

    /** The word of how it stands: followed in an exception counts as settled. */
    static String state(Difference difference) {
        return switch (difference.state()) {
            case RESOLVED -> "resolved";
            case EXPLAINED -> "explained";
            case OPEN -> difference.exception() == null ? "open" : "exception";
        };
    }

    static Badge badge(Component where, Difference difference) {
        return new Badge(
                where.getTranslation("difference-state." + state(difference)),
                switch (state(difference)) {
                    case "resolved" -> Tone.NEUTRAL;
                    case "explained" -> Tone.GOOD;
                    case "exception" -> Tone.NOTICE;
                    default -> Tone.DANGER;
                });
    }

    static String kind(Component where, Difference difference) {
        var word = difference.word();
        var kind = where.getTranslation("difference-kind." + difference.kind());
        return word == null ? kind : kind + " · " + where.getTranslation("difference-word." + word);
    }
}
