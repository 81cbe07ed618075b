package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.process.certificate.InspectCertificate;
import org.yanqi.process.certificate.InspectCertificate.Hit;

/** Any certificate, in force or not, by serial, key, holder or organisation. */
@Route(value = "desk/certificates", layout = MainLayout.class)
@RolesAllowed({"CUSTOMER_SERVICE", "SUPERVISOR", "AUDITOR"})
public class CertificatesDeskView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;
    private static final String QUESTION = "q";

    private final transient CurrentActor current;
    private final transient InspectCertificate inspect;
    private final TextField text = new TextField();
    private final Span total = new Span();
    private final Rows<Hit> rows;
    private final EmptyState empty = new EmptyState(VaadinIcon.SEARCH, getTranslation("desk-certificates.empty"));

    public CertificatesDeskView(CurrentActor current, InspectCertificate inspect) {
        super("desk-certificates.title");
        this.current = current;
        this.inspect = inspect;
        lead(getTranslation("desk-certificates.lead"));
        text.setLabel(getTranslation("desk-certificates.search"));
        text.setPlaceholder(getTranslation("desk-certificates.search.hint"));
        text.setId("certificate-search");
        text.setClearButtonVisible(true);
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(350);
        text.addClassName("search-field");
        text.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                remember(changed.getValue());
            }
            load();
        });
        total.addClassNames("muted", "total-count");
        total.getElement().setAttribute("role", "status");
        rows = rows();
        var head = new Div(text, total);
        head.addClassName("list-head");
        var list = new Div(head, rows, empty);
        list.addClassNames("card", "list-card");
        add(list);
    }

    private Rows<Hit> rows() {
        var found = new Rows<Hit>(
                "certificates",
                LitRenderer.<Hit>of("<div class=\"row-card\"><a class=\"row-link\" href=\"${item.href}\">"
                                + "${item.holder}</a><span class=\"small\">${item.organisation}</span>"
                                + "<span class=\"mono small\">${item.serial}</span><span><span class=\"badge"
                                + " tone-${item.tone}\">${item.state}</span> <span class=\"small muted\">"
                                + "${item.until}</span></span></div>")
                        .withProperty("href", hit -> href(hit))
                        .withProperty("holder", hit -> hit.pair().holderName())
                        .withProperty("organisation", Hit::organisation)
                        .withProperty("serial", hit -> hit.pair().serial())
                        .withProperty(
                                "tone",
                                hit -> DeskWords.tone(hit.pair().state()).css())
                        .withProperty(
                                "state",
                                hit -> getTranslation(
                                        "certificate-state." + hit.pair().state()))
                        .withProperty("until", hit -> Format.date(hit.pair().lastDay())),
                hit -> hit.pair().id());
        found.getElement().setAttribute("aria-label", getTranslation("desk-certificates.title"));
        found.column(
                        "serial",
                        getTranslation("certificate.serial"),
                        LitRenderer.<Hit>of("<a class=\"row-link mono\" href=\"${item.href}\">${item.serial}</a>")
                                .withProperty("href", hit -> href(hit))
                                .withProperty("serial", hit -> hit.pair().serial()))
                .setWidth("260px")
                .setFlexGrow(1);
        found.column(
                        "holder",
                        getTranslation("certificate.holder"),
                        plain(hit -> hit.pair().holderName()))
                .setWidth("150px")
                .setFlexGrow(1);
        found.column("organisation", getTranslation("case.organisation"), plain(Hit::organisation))
                .setWidth("200px")
                .setFlexGrow(2);
        found.column(
                        "key",
                        getTranslation("certificate.key"),
                        plain(hit -> hit.pair().keySerial()))
                .setWidth("140px")
                .setFlexGrow(0);
        found.column(
                        "until",
                        getTranslation("certificate.until"),
                        plain(hit -> Format.date(hit.pair().lastDay())))
                .setWidth("120px")
                .setFlexGrow(0);
        found.column(
                        "state",
                        getTranslation("certificate.state"),
                        LitRenderer.<Hit>of("<span class=\"badge tone-${item.tone}\">${item.state}</span>")
                                .withProperty(
                                        "tone",
                                        hit -> DeskWords.tone(hit.pair().state())
                                                .css())
                                .withProperty(
                                        "state",
                                        hit -> getTranslation("certificate-state."
                                                + hit.pair().state())))
                .setWidth("140px")
                .setFlexGrow(0);
        return found;
    }

    private static String href(Hit hit) {
        return "desk/certificate/" + hit.pair().id();
    }

    private static LitRenderer<Hit> plain(ValueProvider<Hit, ?> value) {
        return LitRenderer.<Hit>of("<span title=\"${item.text}\">${item.text}</span>")
                .withProperty("text", value);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(QUESTION)
                .orElse("");
        if (asked.equals(text.getValue())) {
            load();
        } else {
            text.setValue(asked);
        }
        text.focus();
    }

    /** So that going back from a certificate leads to what was found. */
    private void remember(String question) {
        var parameters =
                question.isBlank() ? QueryParameters.empty() : QueryParameters.simple(Map.of(QUESTION, question));
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location("desk/certificates", parameters)));
    }

    private void load() {
        var hits = inspect.find(current.actor(), text.getValue(), MOST);
        rows.fill(hits);
        rows.setVisible(!hits.isEmpty());
        empty.setVisible(hits.isEmpty());
        total.setText(
                getTranslation(hits.size() == MOST ? "desk.total.most" : "desk.total", Format.number(hits.size())));
    }
}
