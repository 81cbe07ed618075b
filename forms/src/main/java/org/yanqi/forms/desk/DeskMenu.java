package org.yanqi.forms.desk;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yanqi.forms.component.Menu;
import org.yanqi.forms.component.MenuEntry;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** The desk's navigation, by what a role may open. */
@Component
class DeskMenu implements Menu {
    @Override
    public List<MenuEntry> entries(Actor actor) {
        var entries = new ArrayList<MenuEntry>();
        if (actor.is(Role.CUSTOMER_SERVICE, Role.FINANCE, Role.SUPERVISOR)) {
            entries.add(new MenuEntry("nav.desk", VaadinIcon.TASKS, WorkbenchView.class, 10));
        }
        if (actor.isStaff()) {
            // an administrator comes for the tables, cases are a side road
            entries.add(new MenuEntry(
                    "nav.cases", VaadinIcon.SEARCH, CasesView.class, actor.is(Role.ADMINISTRATOR) ? 50 : 20));
        }
        if (actor.is(Role.FINANCE, Role.SUPERVISOR, Role.AUDITOR)) {
            entries.add(new MenuEntry("nav.days", VaadinIcon.SCALE, DaysView.class, 25));
        }
        if (actor.is(Role.CUSTOMER_SERVICE, Role.SUPERVISOR, Role.AUDITOR)) {
            entries.add(new MenuEntry("nav.desk-certificates", VaadinIcon.DIPLOMA, CertificatesDeskView.class, 25));
        }
        if (actor.is(Role.AUDITOR, Role.SUPERVISOR)) {
            entries.add(new MenuEntry("nav.record", VaadinIcon.RECORDS, RecordView.class, 30));
        }
        return entries;
    }
}
