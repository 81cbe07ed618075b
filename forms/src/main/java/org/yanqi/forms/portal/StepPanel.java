package org.yanqi.forms.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.yanqi.forms.component.Ask;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.renewal.RenewalView;

/** Around each step: the reasons of a refusal on top, the bar with back, cancel and the one primary button below. */
public abstract class StepPanel extends Div {
    private static final long serialVersionUID = 1L;

    protected final transient StepContext context;
    protected final ErrorSummary errors = new ErrorSummary();
    private final Div middle = new Div();

    protected StepPanel(StepContext context) {
        this.context = context;
        middle.addClassName("grow");
        add(errors);
    }

    /** True if a change of the case is shown by {@link #refresh}; else the page draws another step. */
    protected boolean refresh(RenewalView view) {
        return false;
    }

    /** The bar of a step of the draft. */
    protected Div bar(String nextKey, boolean back, Runnable next) {
        var bar = new Div(middle);
        bar.addClassName("step-bar");
        var cancel = new Button(
                getTranslation("renewal.cancel"), clicked -> Ask.danger(this, "renewal.cancel.ask", this::cancel));
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        cancel.setId("cancel-renewal");
        bar.add(cancel);
        if (back) {
            var backwards = new Button(
                    getTranslation("action.back"),
                    clicked -> walked(context.walk()
                            .back(
                                    context.actor(),
                                    context.renewal(),
                                    context.view().step())));
            backwards.setId("back");
            bar.add(backwards);
        }
        var forward = new Button(getTranslation(nextKey), clicked -> next.run());
        forward.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        forward.setId("next");
        forward.setDisableOnClick(true);
        forward.addClickListener(clicked -> forward.setEnabled(true));
        bar.add(forward);
        return bar;
    }

    /** What stands at the bar's left, as the running price. */
    protected void inBar(Component... content) {
        middle.removeAll();
        middle.add(content);
    }

    protected void walked(Outcome<RenewalView> outcome) {
        if (outcome instanceof Outcome.Accepted<RenewalView> accepted) {
            context.walked().accept(accepted.value());
        } else if (outcome instanceof Outcome.Refused<RenewalView> refused) {
            errors.show(refused.reasons());
        }
    }

    protected void cancel() {
        walked(context.walk().cancel(context.actor(), context.renewal(), "customer"));
    }
}
