package org.yanqi.forms.admin;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yanqi.forms.component.Menu;
import org.yanqi.forms.component.MenuEntry;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** The administrator's navigation; an auditor may look at the parameters. */
@Component
class AdminMenu implements Menu {
    @Override
    public List<MenuEntry> entries(Actor actor) {
        var parameters = new MenuEntry("nav.parameters", VaadinIcon.SLIDERS, ParametersView.class, 43);
        if (actor.is(Role.ADMINISTRATOR)) {
            return List.of(
                    new MenuEntry("nav.accounts", VaadinIcon.USERS, AccountsView.class, 40),
                    new MenuEntry("nav.platforms", VaadinIcon.GRID_BIG_O, PlatformsView.class, 41),
                    new MenuEntry("nav.calendar", VaadinIcon.CALENDAR_O, CalendarView.class, 42),
                    parameters);
        }
        return actor.is(Role.AUDITOR) ? List.of(parameters) : List.of();
    }
}
