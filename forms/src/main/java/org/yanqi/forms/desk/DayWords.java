package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Texts;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.reconciliation.Difference;
import org.yanqi.process.payment.reconciliation.ReconciledDay;

/** States of days, bills and differences as finance sees them. */
final class DayWords {
    private static final List<String> SUMS = List.of("lines", "paid", "refunded", "fee");

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

    /** What nobody could read, or the sums that differ: the bill's own and those of its lines. */
    static String details(Difference difference, Locale locale) {
        var details = difference.details();
        if (details == null || difference.kind() != Difference.Kind.TOTALS_DIFFER) {
            return details == null ? "" : details;
        }
        var sums = details.split(" ");
        return IntStream.range(0, Math.min(sums.length, SUMS.size()))
                .mapToObj(at -> sum(SUMS.get(at), sums[at].split("/"), locale))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String sum(String name, String[] both, Locale locale) {
        if (both.length != 2 || both[0].equals(both[1])) {
            return "";
        }
        var stated = Long.parseLong(both[0]);
        var found = Long.parseLong(both[1]);
        return name.equals("lines")
                ? Texts.text("difference.sum.lines", locale, Format.number(stated), Format.number(found))
                : Texts.text("difference.sum." + name, locale, Format.money(stated), Format.money(found));
    }
}
