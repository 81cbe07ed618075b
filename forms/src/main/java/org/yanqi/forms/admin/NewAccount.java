package org.yanqi.forms.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Set;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.account.Accounts.Created;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Role;

/** Enters a staff account and shows its one-time password, this once. */
class NewAccount extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Create create;
    private final transient Runnable created;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextField login = new TextField(getTranslation("accounts.login"));
    private final TextField name = new TextField(getTranslation("accounts.name"));
    private final EmailField email = new EmailField(getTranslation("accounts.email"));
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("accounts.roles"));
    private final Button yes = new Button(getTranslation("accounts.create"), clicked -> create());
    private final Button no = new Button(getTranslation("action.cancel"), clicked -> close());

    /** The use case behind it. */
    interface Create {
        Outcome<Created> of(String login, String name, String email, Set<Role> roles);
    }

    NewAccount(Create create, Runnable created) {
        this.create = create;
        this.created = created;
        setHeaderTitle(getTranslation("accounts.create"));
        setWidth("min(460px, 94vw)");
        login.setId("new-login");
        login.setHelperText(getTranslation("accounts.login.hint"));
        name.setId("new-name");
        email.setId("new-email");
        roles.setId("new-roles");
        roles.setItems(Arrays.stream(Role.values()).filter(Role::isStaff).toList());
        roles.setItemLabelGenerator(role -> getTranslation("role." + role));
        errors.field("login", login);
        errors.field("name", name);
        errors.field("roles", roles);
        var fields = new Div(errors, login, name, email, roles);
        fields.addClassName("stack");
        add(fields);
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.setId("new-create");
        no.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(no, yes);
    }

    private void create() {
        var outcome = create.of(login.getValue().strip(), name.getValue(), email.getValue(), roles.getValue());
        if (outcome instanceof Outcome.Refused<Created> refused) {
            errors.show(refused.reasons());
        } else if (outcome instanceof Outcome.Accepted<Created> accepted) {
            show(accepted.value());
            created.run();
        }
    }

    private void show(Created account) {
        removeAll();
        var password = new Copyable(account.oneTimePassword());
        password.setId("one-time-password");
        add(new Callout(
                Tone.WARNING,
                getTranslation("accounts.created.title", account.account().login()),
                new Paragraph(getTranslation("accounts.created.text")),
                password));
        yes.setVisible(false);
        no.setText(getTranslation("action.close"));
        setCloseOnOutsideClick(false);
    }
}
