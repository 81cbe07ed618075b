package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Broadcaster;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.renewal.Cases;

/** One case as staff see it: who it is for on top, then one part at a time, each with an address of its own. */
@Route(value = "desk/case/:case/:part?", layout = MainLayout.class)
@RolesAllowed({"CUSTOMER_SERVICE", "FINANCE", "SUPERVISOR", "ADMINISTRATOR", "AUDITOR"})
public class CaseDetailView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient Cases cases;
    private final transient CaseParts parts;
    private final Div summary = new Div();
    private final Nav tabs = new Nav();
    private final Div body = new Div();
    private @Nullable UUID id;
    private transient @Nullable Actor actor;
    private CasePart part = CasePart.OVERVIEW;

    public CaseDetailView(CurrentActor current, Cases cases, CaseParts parts, Broadcaster broadcaster) {
        super("case.title");
        this.current = current;
        this.cases = cases;
        this.parts = parts;
        summary.addClassName("case-summary");
        tabs.addClassName("part-tabs");
        tabs.getElement().setAttribute("aria-label", getTranslation("case.parts"));
        body.setId("case-part");
        add(summary, tabs, body);
        broadcaster.whileShown(this, () -> id == null ? Set.of() : Set.of(id), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = DeskWords.id(event.getRouteParameters().get("case").orElse(""));
        // kept, because news of the case comes in a thread that nobody has signed in to
        actor = current.actor();
        part = CasePart.of(event.getRouteParameters().get("part").orElse(""));
        draw();
    }

    /** A picture or a note that is being written is not disturbed by news of the case. */
    private void refresh() {
        if (part.isRedrawn()) {
            draw();
        }
    }

    private void draw() {
        if (id == null || actor == null) {
            return;
        }
        var theCase = cases.one(actor, id);
        heading(theCase.organisation().name());
        summarise(theCase);
        actions().removeAll();
        if (HelpCustomer.mayHelp(actor, theCase)) {
            actions().add(new HelpCustomer(theCase));
        }
        tabs.removeAll();
        for (var one : CasePart.values()) {
            tabs.add(link(id, one, one.count(theCase)));
        }
        body.removeAll();
        body.add(parts.draw(part, actor, theCase, this::draw));
    }

    private void summarise(CaseView theCase) {
        var renewal = theCase.renewal();
        var order = renewal.order();
        summary.removeAll();
        summary.add(fact("case.number", new Copyable(order == null ? "" : order.number())));
        summary.add(fact("case.state", DeskWords.badge(this, renewal.state())));
        summary.add(fact(
                "case.step", new Span(getTranslation("step." + renewal.step().id()))));
        summary.add(fact("case.amount", new Span(Format.money(order == null ? null : order.fen()))));
        summary.add(fact("case.started", new Span(Format.dateTime(renewal.started()))));
        summary.add(fact("case.touched", new Span(Format.dateTime(renewal.touched()))));
    }

    private Div fact(String key, Component value) {
        var name = new Span(getTranslation(key));
        name.addClassNames("muted", "small");
        return new Div(name, value);
    }

    private RouterLink link(UUID caseId, CasePart one, int count) {
        var link = new RouterLink();
        link.setRoute(
                CaseDetailView.class,
                new RouteParameters(new RouteParam("case", caseId.toString()), new RouteParam("part", one.word())));
        link.add(new Span(getTranslation("case.part." + one.word())));
        if (count > 0) {
            var number = new Span(Format.number(count));
            number.addClassName("tab-count");
            link.add(number);
        }
        link.addClassName("part-tab");
        link.setId("part-" + one.word());
        if (one == part) {
            link.addClassName("here");
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
