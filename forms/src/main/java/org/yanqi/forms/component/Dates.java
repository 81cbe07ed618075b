package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Date pickers in the language of the screen, weeks from Monday. */
public final class Dates {
    private Dates() {}

    public static DatePickerI18n i18n(Component where) {
        var locale = locale();
        return new DatePickerI18n()
                .setDateFormat("yyyy-MM-dd")
                .setFirstDayOfWeek(1)
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE))
                .setWeekdaysShort(weekdays(TextStyle.NARROW_STANDALONE))
                .setToday(where.getTranslation("dates.today"))
                .setCancel(where.getTranslation("action.cancel"));
    }

    /** From Sunday, as the picker wants them. */
    private static List<String> weekdays(TextStyle style) {
        return IntStream.range(0, DayOfWeek.values().length)
                .mapToObj(days -> DayOfWeek.SUNDAY.plus(days).getDisplayName(style, locale()))
                .toList();
    }

    private static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Texts.CHINESE : ui.getLocale();
    }
}
