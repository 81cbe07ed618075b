package org.yanqi.forms.portal;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yanqi.forms.component.Menu;
import org.yanqi.forms.component.MenuEntry;
import org.yanqi.process.record.Actor;

/** The customer's navigation. */
@Component
class PortalMenu implements Menu {
    @Override
    public List<MenuEntry> entries(Actor actor) {
        return actor.isCustomer()
                ? List.of(new MenuEntry("nav.home", VaadinIcon.HOME_O, HomeView.class, 10))
                : List.of();
    }
}
