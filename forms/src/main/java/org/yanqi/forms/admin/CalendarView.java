package org.yanqi.forms.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.Toast;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.calendar.MaintainCalendar;
import org.yanqi.process.calendar.WorkingDays;
import org.yanqi.process.outcome.Outcome;

/** Holidays and make-up working days of a year, entered as the government publishes them (R9). */
@Route(value = "admin/calendar", layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
public class CalendarView extends Page {
    private static final long serialVersionUID = 1L;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int FIRST = 2025;
    private static final int LAST = 2099;

    private final transient CurrentActor current;
    private final transient MaintainCalendar calendar;
    private final transient WorkingDays days;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div known = new Div();
    private final IntegerField year = new IntegerField(getTranslation("calendar.year"));
    private final TextArea lines = new TextArea(getTranslation("calendar.lines"));

    public CalendarView(CurrentActor current, MaintainCalendar calendar, WorkingDays days, Clock clock) {
        super("nav.calendar");
        this.current = current;
        this.calendar = calendar;
        this.days = days;
        lead(getTranslation("calendar.lead"));
        year.setId("calendar-year");
        year.setMin(FIRST);
        year.setMax(LAST);
        year.setStepButtonsVisible(true);
        year.setValue(LocalDate.ofInstant(clock.instant(), SHANGHAI).getYear());
        year.addValueChangeListener(changed -> draw());
        lines.setId("calendar-days");
        lines.setWidthFull();
        lines.setMinHeight("24em");
        lines.setHelperText(getTranslation("calendar.lines.hint"));
        lines.addClassName("mono-input");
        errors.field("days", lines);
        var save = new Button(getTranslation("action.save"), clicked -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("calendar-save");
        var form = new Div(errors, year, known, new Paragraph(getTranslation("calendar.note")), lines, save);
        form.addClassName("stack");
        add(new Card(getTranslation("calendar.card"), form));
        draw();
    }

    private int chosen() {
        var value = year.getValue();
        return value == null ? FIRST : Math.max(FIRST, Math.min(LAST, value));
    }

    private void draw() {
        var special = calendar.of(current.actor(), chosen());
        known.removeAll();
        known.add(
                days.isKnown(chosen())
                        ? new Callout(
                                Tone.GOOD,
                                "",
                                getTranslation(
                                        "calendar.known", Integer.toString(chosen()), Format.number(special.size())))
                        : new Callout(
                                Tone.WARNING, "", getTranslation("calendar.unknown", Integer.toString(chosen()))));
        lines.setValue(SpecialDays.write(special));
    }

    private void save() {
        errors.clear();
        var read = SpecialDays.read(lines.getValue());
        if (!read.faults().isEmpty()) {
            errors.show(read.faults());
            return;
        }
        if (calendar.enter(current.actor(), chosen(), read.days()) instanceof Outcome.Refused<Integer> refused) {
            errors.show(refused.reasons());
        } else {
            Toast.good(getTranslation("calendar.saved", Integer.toString(chosen())));
            draw();
        }
    }
}
