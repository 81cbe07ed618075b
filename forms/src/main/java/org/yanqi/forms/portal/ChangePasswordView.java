package org.yanqi.forms.portal;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.PublicLayout;
import org.yanqi.forms.component.Toast;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.account.Account;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.outcome.Outcome;

/** Changes one's own password; after a reset nothing else is shown until it is done. */
@Route(value = "password/change", layout = PublicLayout.class)
@PermitAll
public class ChangePasswordView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient Accounts accounts;
    private final PasswordField old = new PasswordField();
    private final NewPassword password = new NewPassword();

    public ChangePasswordView(CurrentActor current, Accounts accounts) {
        super("password.change.title");
        this.current = current;
        this.accounts = accounts;
        addClassName("page-narrow");
        if (current.mustChangePassword()) {
            add(new Callout(Tone.NOTICE, "", getTranslation("password.change.forced")));
        }
        old.setLabel(getTranslation("password.old"));
        old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        old.setWidthFull();
        password.errors.field("oldPassword", old);
        var save = new Button(getTranslation("action.save"), clicked -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        add(password.errors, old, password, save);
    }

    private void save() {
        var chosen = password.value();
        if (chosen == null) {
            return;
        }
        if (accounts.changePassword(current.actor(), old.getValue(), chosen)
                instanceof Outcome.Refused<Account> refused) {
            password.errors.show(refused.reasons());
            return;
        }
        Toast.good(getTranslation("password.change.done"));
        UI.getCurrent().navigate("");
    }
}
