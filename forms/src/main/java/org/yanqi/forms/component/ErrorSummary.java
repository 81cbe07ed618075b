package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.outcome.Refusal;

/** Says on top of a form why a step was refused, marks the fields and brings the focus to the first of them. */
public class ErrorSummary extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Component> fields = new LinkedHashMap<>();

    public ErrorSummary() {
        addClassNames("callout", "tone-danger", "errors");
        getElement().setAttribute("role", "alert");
        getElement().setAttribute("tabindex", "-1");
        setVisible(false);
    }

    /** Names the component that shows what {@link Refusal#field()} means. */
    public void field(String name, Component component) {
        fields.put(name, component);
    }

    public void clear() {
        setVisible(false);
        removeAll();
        fields.values().forEach(field -> mark(field, null));
    }

    public void show(List<Refusal> reasons) {
        clear();
        if (reasons.isEmpty()) {
            return;
        }
        var title = new Paragraph(getTranslation("errors.title"));
        title.addClassName("callout-title");
        var list = new UnorderedList();
        HasElement first = null;
        for (var reason : reasons) {
            var text = Refusals.text(this, reason);
            list.add(new ListItem(text));
            var field = reason.field() == null ? null : fields.get(reason.field());
            if (field != null) {
                mark(field, text);
                first = first == null ? field : first;
            }
        }
        add(title, list);
        setVisible(true);
        if (first instanceof Focusable<?> focusable) {
            focusable.focus();
        } else {
            getElement().executeJs("this.focus(); this.scrollIntoView({block: 'center'})");
        }
    }

    private static void mark(Component field, @Nullable String message) {
        if (field instanceof HasValidation validated) {
            validated.setErrorMessage(message == null ? "" : message);
            validated.setInvalid(message != null);
        }
    }
}
