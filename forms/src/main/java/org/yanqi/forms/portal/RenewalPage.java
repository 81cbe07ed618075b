package org.yanqi.forms.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Broadcaster;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.Stepper;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.renewal.RenewalView;
import org.yanqi.process.renewal.ShowRenewal;
import org.yanqi.process.renewal.Step;
import org.yanqi.process.renewal.WalkRenewal;
import org.yanqi.process.signal.Position;

/** A renewal step by step; every step has its own address, and the stepper shows where the case really stands. */
@Route(value = "renewal/:id/:step?", layout = MainLayout.class)
@RolesAllowed({"HOLDER", "ORGANISATION_ADMINISTRATOR", "CUSTOMER_SERVICE"})
@Uses(SelectCertificates.class)
@Uses(BindPlatforms.class)
@Uses(DeclareOpenBids.class)
@Uses(ConfirmOrder.class)
@Uses(ChooseInvoice.class)
@Uses(Pay.class)
@Uses(UpdateKeys.class)
@Uses(ReceiveInvoice.class)
public class RenewalPage extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final Set<RenewalState> OVER =
            Set.of(RenewalState.CANCELLED, RenewalState.ABANDONED, RenewalState.CLOSED);
    private static final Set<Step> AFTER_PAYMENT = Set.of(Step.PAY, Step.UPDATE_KEY, Step.INVOICE);

    private final transient CurrentActor current;
    private final transient ShowRenewal renewals;
    private final transient WalkRenewal walk;
    private final transient Position position;
    private final transient Organisations organisations;
    private final transient List<StepForm> forms;
    private final Div body = new Div();
    private @Nullable UUID id;
    private @Nullable Step shown;
    private @Nullable Step real;
    private @Nullable RenewalState state;
    private @Nullable StepPanel panel;

    public RenewalPage(
            CurrentActor current,
            ShowRenewal renewals,
            WalkRenewal walk,
            Position position,
            Organisations organisations,
            List<StepForm> forms,
            Broadcaster broadcaster) {
        super("renewal.title");
        this.current = current;
        this.renewals = renewals;
        this.walk = walk;
        this.position = position;
        this.organisations = organisations;
        this.forms = forms;
        add(body);
        broadcaster.whileShown(this, () -> Set.of(Objects.requireNonNull(id)), this::look);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = Ids.of(event.getRouteParameters().get("id").orElse(""));
        var asked = event.getRouteParameters().get("step").orElse("");
        var view = renewals.one(current.actor(), id);
        if (asked.isEmpty()) {
            event.forwardTo(address(view));
            return;
        }
        draw(
                view,
                List.of(Step.values()).stream()
                        .filter(step -> step.id().equals(asked))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("no such step")));
    }

    private static String address(RenewalView view) {
        return "renewal/" + view.id() + "/" + view.step().id();
    }

    private void draw(RenewalView view, Step step) {
        shown = step;
        real = view.step();
        state = view.state();
        panel = null;
        body.removeAll();
        if (!current.actor().isCustomer()) {
            body.add(onBehalf(view));
        }
        body.add(stepper(view, step));
        if (OVER.contains(view.state())) {
            body.add(over(view));
        } else if (isOpen(view, step)) {
            panel = form(step).open().apply(new StepContext(current.actor(), view, renewals, walk, this::go));
            body.add(panel);
        } else {
            body.add(elsewhere(view, step));
        }
    }

    /** After payment its page, the keys and the invoice can be looked at in any order (R8); before, only the step where it stands. */
    private static boolean isOpen(RenewalView view, Step step) {
        return step == view.step()
                || (view.state() == RenewalState.PAID || view.state() == RenewalState.RENEWED)
                        && AFTER_PAYMENT.contains(step);
    }

    private StepForm form(Step step) {
        return forms.stream()
                .filter(form -> form.formKey().equals("portal/" + step.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no form for step " + step.id()));
    }

    private Stepper stepper(RenewalView view, Step step) {
        var steps = position.steps();
        var done = new HashSet<>(
                steps.subList(0, Math.max(0, steps.indexOf(view.step().id()))));
        if (view.state() == RenewalState.RENEWED) {
            done.addAll(steps);
        }
        return new Stepper(steps, (isOpen(view, step) ? step : view.step()).id(), done);
    }

    /** Customer service walks for a caller and should not forget it. */
    private Callout onBehalf(RenewalView view) {
        var back = new Anchor("desk/case/" + view.id(), getTranslation("item.customer.back"));
        back.addClassName("button-link");
        return new Callout(
                Tone.WARNING,
                getTranslation(
                        "item.customer.help.title",
                        organisations.one(view.organisation()).name()),
                new Paragraph(getTranslation("item.customer.help.text")),
                back);
    }

    private Callout over(RenewalView view) {
        var home = new Anchor("", getTranslation("error.home"));
        home.addClassName("button-link");
        return new Callout(
                Tone.NOTICE,
                getTranslation("renewal.over." + view.state() + ".title"),
                new Paragraph(getTranslation("renewal.over." + view.state() + ".text")),
                home);
    }

    /** Somebody opened the address of a step where the case is not. */
    private Callout elsewhere(RenewalView view, Step asked) {
        var onwards = new Anchor(address(view), getTranslation("renewal.elsewhere.go", name(view.step())));
        onwards.addClassName("button-link");
        var choices = new Div(onwards);
        choices.addClassName("row");
        if (view.state() == RenewalState.DRAFT && asked.compareTo(view.step()) < 0) {
            choices.add(new Button(getTranslation("renewal.elsewhere.back", name(asked)), clicked -> backTo(asked)));
        }
        return new Callout(
                Tone.NOTICE,
                getTranslation("renewal.elsewhere.title", name(view.step())),
                new Paragraph(getTranslation("renewal.elsewhere.text")),
                choices);
    }

    private void backTo(Step asked) {
        var view = renewals.one(current.actor(), Objects.requireNonNull(id));
        while (view.state() == RenewalState.DRAFT
                && asked.compareTo(view.step()) < 0
                && walk.back(current.actor(), view.id(), view.step())
                        instanceof Outcome.Accepted<RenewalView> accepted) {
            view = accepted.value();
        }
        go(view);
    }

    private String name(Step step) {
        return getTranslation("step." + step.id());
    }

    /** Goes where the case went by this screen's own doing. */
    private void go(RenewalView view) {
        real = view.step();
        state = view.state();
        if (view.step() == shown) {
            draw(view, view.step());
        } else {
            UI.getCurrent().navigate(address(view));
        }
    }

    /** Looks again after a change, by whomever. */
    private void look() {
        var view = renewals.one(current.actor(), Objects.requireNonNull(id));
        var moved = view.step() != real || view.state() != state;
        if (panel != null && !OVER.contains(view.state()) && panel.refresh(view)) {
            real = view.step();
            state = view.state();
        } else if (moved) {
            draw(view, Objects.requireNonNull(shown));
        }
    }
}
