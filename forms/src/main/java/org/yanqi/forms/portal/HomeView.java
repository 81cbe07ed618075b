package org.yanqi.forms.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.yanqi.forms.component.Broadcaster;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Menu;
import org.yanqi.forms.component.MenuEntry;
import org.yanqi.forms.component.Page;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.renewal.RenewableCertificates;

/** What needs the customer's attention: open steps, unpaid orders, certificates by days left. Staff go to their desk. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
public class HomeView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 6;

    private final transient CurrentActor current;
    private final transient List<Menu> menus;
    private final transient OpenSteps openSteps;
    private final transient RenewableCertificates renewable;
    private final transient BeginRenewal begin;
    private final Div body = new Div();

    public HomeView(
            CurrentActor current,
            List<Menu> menus,
            OpenSteps openSteps,
            RenewableCertificates renewable,
            BeginRenewal begin,
            Broadcaster broadcaster) {
        super("home.title");
        this.current = current;
        this.menus = menus;
        this.openSteps = openSteps;
        this.renewable = renewable;
        this.begin = begin;
        add(body);
        broadcaster.whileShown(this, Set::of, this::drawIfCustomer);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.mustChangePassword() || current.mustChoose()) {
            return;
        }
        var actor = current.actor();
        if (actor.isStaff()) {
            menus.stream()
                    .flatMap(menu -> menu.entries(actor).stream())
                    .min(Comparator.comparingInt(MenuEntry::order))
                    .ifPresent(first -> event.forwardTo(first.view()));
            return;
        }
        heading(getTranslation("home.greeting", actor.name()));
        lead(getTranslation("home.lead"));
        var renew = new Button(
                getTranslation("home.renew"), VaadinIcon.REFRESH.create(), clicked -> begin.begin(List.of()));
        renew.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        renew.setId("start-renewal");
        actions().add(renew);
        draw();
    }

    private void drawIfCustomer() {
        if (current.actor().isCustomer()) {
            draw();
        }
    }

    private void draw() {
        body.removeAll();
        body.add(steps(), certificates());
    }

    private Card steps() {
        var rows = openSteps.rows(this, current.actor());
        return new Card(
                getTranslation("home.open"),
                rows.isEmpty()
                        ? new EmptyState(VaadinIcon.CHECK_CIRCLE_O, getTranslation("home.open.none"))
                        : list(rows));
    }

    private Card certificates() {
        var rows = renewable.of(current.actor()).stream()
                .filter(row -> row.certificate().state() == CertificateState.IN_FORCE)
                .sorted(Comparator.comparingLong(RenewableCertificates.Row::daysLeft))
                .limit(SHOWN)
                .map(this::row)
                .toList();
        return new Card(
                        getTranslation("home.certificates"),
                        rows.isEmpty()
                                ? new EmptyState(VaadinIcon.DIPLOMA, getTranslation("certificates.none"))
                                : list(rows))
                .aside(new RouterLink(getTranslation("action.more"), CertificatesView.class));
    }

    private Div row(RenewableCertificates.Row row) {
        var line = new Div(
                Words.certificate(this, row.certificate()),
                new DaysLeft(row.daysLeft()),
                new RenewOrWhyNot(row, begin, UI.getCurrent()::navigate));
        line.getElement().setAttribute("role", "listitem");
        return line;
    }

    private static Div list(List<Div> rows) {
        var list = new Div();
        list.addClassName("list");
        list.getElement().setAttribute("role", "list");
        rows.forEach(list::add);
        return list;
    }
}
