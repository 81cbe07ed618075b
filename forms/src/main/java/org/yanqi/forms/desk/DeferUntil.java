package org.yanqi.forms.desk;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Dates;
import org.yanqi.forms.component.ErrorSummary;

/** Until which day something is put off; shown when deferring is chosen. */
class DeferUntil extends DatePicker {
    private static final long serialVersionUID = 1L;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    DeferUntil(Clock clock, ErrorSummary errors) {
        setLabel(getTranslation("desk.defer-until"));
        setId("deferUntil");
        setMin(LocalDate.ofInstant(clock.instant(), SHANGHAI).plusDays(1));
        setI18n(Dates.i18n(this));
        setVisible(false);
        errors.field("deferUntil", this);
    }

    @Nullable
    LocalDate chosen(RadioButtonGroup<String> outcome) {
        return "defer".equals(outcome.getValue()) ? getValue() : null;
    }
}
