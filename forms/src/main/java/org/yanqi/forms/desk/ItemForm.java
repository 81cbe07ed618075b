package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;

/** The form of one work item: reasons of a refusal on top, one primary button below. */
public abstract class ItemForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    protected final transient ItemContext context;
    protected final ErrorSummary errors = new ErrorSummary();

    protected ItemForm(ItemContext context) {
        this.context = context;
        addClassNames("stack", "item-form");
        setId("item-form");
    }

    /** A choice of outcomes, each with a sentence that says what it leads to. */
    protected RadioButtonGroup<String> outcomes(String field, List<String> words) {
        var group = new RadioButtonGroup<String>();
        group.setLabel(getTranslation("desk.decision"));
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.addClassName("outcomes");
        group.setItems(words);
        group.setId("outcome");
        var kind = context.item().kind();
        group.setRenderer(new ComponentRenderer<>(word -> {
            var name = new Div(getTranslation("outcome." + word));
            name.addClassName("outcome-name");
            var hint = new Div(getTranslation("outcome." + kind + "." + word));
            hint.addClassNames("muted", "small");
            return new Div(name, hint);
        }));
        errors.field(field, group);
        return group;
    }

    /** A text that goes on the record. */
    protected TextArea reason(String field, String labelKey) {
        var area = new TextArea(getTranslation(labelKey));
        area.setId(field);
        area.setWidthFull();
        area.setMaxLength(LONGEST);
        area.setMinHeight("5em");
        area.setHelperText(getTranslation("desk.on-record"));
        errors.field(field, area);
        return area;
    }

    protected Button submit(String key, Runnable step) {
        var button = new Button(getTranslation(key), clicked -> step.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setId("submit");
        button.setDisableOnClick(true);
        button.addClickListener(clicked -> button.setEnabled(true));
        return button;
    }

    protected static Div buttons(Button... buttons) {
        var row = new Div(buttons);
        row.addClassNames("row", "form-buttons");
        return row;
    }

    protected void finish(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            errors.show(refused.reasons());
        } else {
            Toast.good(getTranslation("item.done"));
            context.done().run();
        }
    }

    /** For what changes something but does not complete the work. */
    protected void changed(Outcome<?> outcome, String toastKey) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            errors.show(refused.reasons());
        } else {
            Toast.good(getTranslation(toastKey));
            context.redraw().run();
        }
    }

    protected boolean missing(boolean isMissing, String field, String code) {
        if (isMissing) {
            errors.show(List.of(Refusal.at(field, code)));
        }
        return isMissing;
    }
}
