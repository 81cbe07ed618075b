package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.process.outcome.Refusal;

/** Two fields for a new password. */
class NewPassword extends Div {
    private static final long serialVersionUID = 1L;

    final ErrorSummary errors = new ErrorSummary();
    private final PasswordField first = new PasswordField();
    private final PasswordField again = new PasswordField();

    NewPassword() {
        addClassName("stack");
        first.setLabel(getTranslation("password.new"));
        first.setHelperText(getTranslation("password.hint"));
        again.setLabel(getTranslation("password.repeat"));
        for (var field : List.of(first, again)) {
            field.setWidthFull();
            field.setMaxLength(128);
            field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        }
        errors.field("password", first);
        errors.field("newPassword", first);
        errors.field("again", again);
        add(first, again);
    }

    /** The password, or null if the two differ, which is then shown. */
    @Nullable
    String value() {
        errors.clear();
        if (!first.getValue().equals(again.getValue())) {
            errors.show(List.of(Refusal.at("again", "password.differs")));
            return null;
        }
        return first.getValue();
    }
}
