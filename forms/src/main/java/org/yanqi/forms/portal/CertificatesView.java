package org.yanqi.forms.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.renewal.RenewableCertificates;

/** The certificates one may see, by days left; several can be ticked and renewed in one order. */
@Route(value = "certificates", layout = MainLayout.class)
@RolesAllowed({"HOLDER", "ORGANISATION_ADMINISTRATOR"})
public class CertificatesView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient RenewableCertificates renewable;
    private final transient BeginRenewal begin;
    private final Set<UUID> chosen = new LinkedHashSet<>();
    private final Div list = new Div();
    private final Div batch = new Div();
    private final Span count = new Span();
    private final TextField search = new TextField();

    public CertificatesView(CurrentActor current, RenewableCertificates renewable, BeginRenewal begin) {
        super("certificates.title");
        this.current = current;
        this.renewable = renewable;
        this.begin = begin;
        lead(getTranslation("certificates.lead"));
        search.setPlaceholder(getTranslation("certificates.search"));
        search.setAriaLabel(getTranslation("certificates.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(changed -> draw());
        actions().add(search);
        list.addClassName("list");
        list.getElement().setAttribute("role", "list");
        var renew =
                new Button(getTranslation("certificates.renew-chosen"), clicked -> begin.begin(List.copyOf(chosen)));
        renew.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        count.addClassName("grow");
        count.getElement().setAttribute("role", "status");
        batch.addClassName("step-bar");
        batch.add(count, renew);
        batch.setVisible(false);
        add(list, batch);
        draw();
    }

    private void draw() {
        list.removeAll();
        var words = search.getValue().strip().toLowerCase(Locale.ROOT);
        var rows = renewable.of(current.actor()).stream()
                .filter(row -> matches(row, words))
                .sorted(Comparator.comparingLong(RenewableCertificates.Row::daysLeft))
                .toList();
        rows.forEach(row -> list.add(row(row)));
        if (rows.isEmpty()) {
            list.add(new EmptyState(VaadinIcon.DIPLOMA, getTranslation("certificates.none")));
        }
    }

    private static boolean matches(RenewableCertificates.Row row, String words) {
        var pair = row.certificate();
        return words.isEmpty()
                || (pair.holderName() + " " + pair.serial() + " " + pair.keySerial())
                        .toLowerCase(Locale.ROOT)
                        .contains(words);
    }

    private Div row(RenewableCertificates.Row row) {
        var pair = row.certificate();
        var tick = new Checkbox(chosen.contains(pair.id()));
        tick.setAriaLabel(getTranslation("certificates.choose", pair.holderName()));
        tick.setEnabled(row.hindrance() == null);
        tick.addValueChangeListener(changed -> choose(pair.id(), changed.getValue()));
        var name = new RouterLink(
                pair.holderName(), CertificateView.class, pair.id().toString());
        name.addClassName("list-title");
        var sub = new Div(
                new Span(getTranslation("kind." + pair.kind())),
                new Span(pair.vendor()),
                new Copyable(pair.serial()),
                new Span(getTranslation("certificates.until", Format.date(pair.lastDay()))));
        sub.addClassName("list-sub");
        var words = new Div(
                name,
                sub,
                Words.chips(this, row.platforms().stream().map(Platform::name).toList()));
        words.addClassName("list-main");
        var line = new Div(
                tick, words, new DaysLeft(row.daysLeft()), new RenewOrWhyNot(row, begin, UI.getCurrent()::navigate));
        line.getElement().setAttribute("role", "listitem");
        return line;
    }

    private void choose(UUID id, boolean yes) {
        if (yes) {
            chosen.add(id);
        } else {
            chosen.remove(id);
        }
        count.setText(getTranslation("certificates.chosen", Format.number(chosen.size())));
        batch.setVisible(!chosen.isEmpty());
    }
}
