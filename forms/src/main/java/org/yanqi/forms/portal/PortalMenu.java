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
    private static final List<MenuEntry> ENTRIES = List.of(
            new MenuEntry("nav.home", VaadinIcon.HOME_O, HomeView.class, 10),
            new MenuEntry("nav.certificates", VaadinIcon.DIPLOMA, CertificatesView.class, 20),
            new MenuEntry("nav.orders", VaadinIcon.CLIPBOARD_TEXT, OrdersView.class, 30),
            new MenuEntry("nav.invoices", VaadinIcon.INVOICE, InvoicesView.class, 40));

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return actor.isCustomer() ? ENTRIES : List.of();
    }
}
