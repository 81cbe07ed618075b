package org.yanqi.forms.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.Refusals;
import org.yanqi.forms.component.Table;
import org.yanqi.forms.component.Toast;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.account.Account;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.outcome.Outcome;

/** Staff accounts: who may what; a new one gets a password that is shown once. */
@Route(value = "admin/accounts", layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
public class AccountsView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient Accounts accounts;
    private final Div list = new Div();

    public AccountsView(CurrentActor current, Accounts accounts) {
        super("nav.accounts");
        this.current = current;
        this.accounts = accounts;
        lead(getTranslation("accounts.lead"));
        var create = new Button(
                getTranslation("accounts.create"),
                clicked -> new NewAccount(
                                (login, name, email, roles) ->
                                        accounts.createStaff(current.actor(), login, name, email, roles),
                                this::draw)
                        .open());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setId("create-account");
        actions().add(create);
        add(list);
        draw();
    }

    private void draw() {
        var table = new Table("accounts.", "login", "name", "roles", "email", "state", "act");
        for (var account : accounts.staff(current.actor())) {
            var login = new Span(account.login());
            login.addClassName("mono");
            table.row(
                    login,
                    new Span(account.name()),
                    new Span(account.identities().stream()
                            .map(identity -> getTranslation("role." + identity.role()))
                            .distinct()
                            .collect(Collectors.joining(" "))),
                    new Span(Format.email(account.email())),
                    account.enabled()
                            ? new Badge(getTranslation("accounts.enabled"), Tone.GOOD)
                            : new Badge(getTranslation("accounts.disabled"), Tone.NEUTRAL),
                    toggle(account));
        }
        list.removeAll();
        list.add(new Card(getTranslation("accounts.list"), table));
    }

    private Button toggle(Account account) {
        var button = new Button(
                getTranslation(account.enabled() ? "accounts.disable" : "accounts.enable"), clicked -> ask(account));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(button.getText() + " " + account.login());
        button.setEnabled(!account.login().equals(current.actor().account()));
        button.setId("toggle-" + account.login());
        return button;
    }

    private void ask(Account account) {
        if (!account.enabled()) {
            set(account, true);
            return;
        }
        var dialog = new ConfirmDialog(
                getTranslation("accounts.disable.title", account.name()),
                getTranslation("accounts.disable.text"),
                getTranslation("accounts.disable"),
                confirmed -> set(account, false));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("action.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void set(Account account, boolean enabled) {
        if (accounts.setEnabled(current.actor(), account.login(), enabled)
                instanceof Outcome.Refused<Account> refused) {
            Toast.bad(Refusals.text(this, refused));
        } else {
            Toast.good(getTranslation(enabled ? "accounts.now-enabled" : "accounts.now-disabled", account.name()));
        }
        draw();
    }
}
