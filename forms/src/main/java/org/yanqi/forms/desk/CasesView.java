package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
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
import org.yanqi.process.renewal.Cases;

/** Any case, open or closed, by whatever a caller can name. */
@Route(value = "desk/cases", layout = MainLayout.class)
@RolesAllowed({"CUSTOMER_SERVICE", "FINANCE", "SUPERVISOR", "ADMINISTRATOR", "AUDITOR"})
public class CasesView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;
    private static final String QUESTION = "q";

    private final transient CurrentActor current;
    private final transient Cases cases;
    private final TextField text = new TextField();
    private final Span total = new Span();
    private final Rows<Cases.Hit> rows;
    private final EmptyState empty = new EmptyState(VaadinIcon.SEARCH, getTranslation("cases.empty"));

    public CasesView(CurrentActor current, Cases cases) {
        super("nav.cases");
        this.current = current;
        this.cases = cases;
        lead(getTranslation("cases.lead"));
        text.setLabel(getTranslation("cases.search"));
        text.setPlaceholder(getTranslation("cases.search.hint"));
        text.setId("case-search");
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

    private Rows<Cases.Hit> rows() {
        var found = new Rows<Cases.Hit>(
                "cases",
                LitRenderer.<Cases.Hit>of("<div class=\"row-card\"><a class=\"row-link mono\" href=\"${item.href}\">"
                                + "${item.number}</a><span>${item.name}</span><span><span class=\"badge"
                                + " tone-${item.tone}\">${item.state}</span> <span class=\"small muted\">"
                                + "${item.touched}</span></span></div>")
                        .withProperty("href", hit -> "desk/case/" + hit.caseId())
                        .withProperty("number", this::number)
                        .withProperty("name", Cases.Hit::organisation)
                        .withProperty("tone", hit -> DeskWords.tone(hit.state()).css())
                        .withProperty("state", hit -> getTranslation("renewal-state." + hit.state()))
                        .withProperty("touched", hit -> Format.dateTime(hit.touched())),
                Cases.Hit::caseId);
        found.getElement().setAttribute("aria-label", getTranslation("cases.list"));
        found.column(
                        "number",
                        getTranslation("case.number"),
                        LitRenderer.<Cases.Hit>of("<a class=\"row-link mono\" href=\"${item.href}\">${item.number}</a>")
                                .withProperty("href", hit -> "desk/case/" + hit.caseId())
                                .withProperty("number", this::number))
                .setWidth("220px")
                .setFlexGrow(0);
        found.column(
                        "organisation",
                        getTranslation("case.organisation"),
                        LitRenderer.<Cases.Hit>of("<span>${item.name}</span>")
                                .withProperty("name", Cases.Hit::organisation))
                .setFlexGrow(3);
        found.column(
                        "state",
                        getTranslation("case.state"),
                        LitRenderer.<Cases.Hit>of("<span class=\"badge tone-${item.tone}\">${item.state}</span>")
                                .withProperty(
                                        "tone",
                                        hit -> DeskWords.tone(hit.state()).css())
                                .withProperty("state", hit -> getTranslation("renewal-state." + hit.state())))
                .setWidth("150px")
                .setFlexGrow(0);
        found.column(
                        "touched",
                        getTranslation("case.touched"),
                        LitRenderer.<Cases.Hit>of("<span>${item.touched}</span>")
                                .withProperty("touched", hit -> Format.dateTime(hit.touched())))
                .setWidth("160px")
                .setFlexGrow(0);
        return found;
    }

    private String number(Cases.Hit hit) {
        var number = hit.orderNumber();
        return number == null ? getTranslation("case.draft") : number;
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

    /** So that going back from a case leads to what was found. */
    private void remember(String question) {
        var parameters =
                question.isBlank() ? QueryParameters.empty() : QueryParameters.simple(Map.of(QUESTION, question));
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location("desk/cases", parameters)));
    }

    private void load() {
        var hits = cases.find(current.actor(), text.getValue(), MOST);
        rows.fill(hits);
        rows.setVisible(!hits.isEmpty());
        empty.setVisible(hits.isEmpty());
        total.setText(
                getTranslation(hits.size() == MOST ? "desk.total.most" : "desk.total", Format.number(hits.size())));
    }
}
