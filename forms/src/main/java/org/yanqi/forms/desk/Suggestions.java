package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Format;
import org.yanqi.process.payment.Suggestion;

/** Orders that money without one may belong to, each with what speaks for it; a person chooses. */
class Suggestions extends RadioButtonGroup<Suggestion> {
    private static final long serialVersionUID = 1L;

    Suggestions(List<Suggestion> suggestions) {
        setLabel(getTranslation("suggestion.title"));
        setId("suggestions");
        addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        addClassName("outcomes");
        setItems(suggestions);
        setItemLabelGenerator(one -> one.order().number());
        setRenderer(new ComponentRenderer<>(this::describe));
        setHelperText(getTranslation(suggestions.isEmpty() ? "suggestion.none" : "suggestion.help"));
    }

    @Nullable
    UUID chosen() {
        var value = getValue();
        return value == null ? null : value.order().id();
    }

    private Div describe(Suggestion one) {
        var order = one.order();
        var name = new Div(order.number() + " · " + order.organisationName() + " · " + Format.money(order.fen()) + " · "
                + getTranslation("order-state." + order.state()));
        name.addClassName("outcome-name");
        var why = new Div(getTranslation("suggestion.score", one.score()) + " · "
                + one.reasons().stream()
                        .map(word -> getTranslation("suggestion." + word))
                        .collect(Collectors.joining("，"))
                + " · " + Format.dateTime(order.placed()));
        why.addClassNames("muted", "small");
        return new Div(name, why);
    }
}
