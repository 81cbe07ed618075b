package org.yanqi.forms.portal;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Objects;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.PublicLayout;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.account.PasswordReset;
import org.yanqi.process.outcome.Outcome;

/** Sets a new password by the link in a mail. */
@Route(value = "password/set", layout = PublicLayout.class)
@AnonymousAllowed
public class SetPasswordView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient PasswordReset reset;
    private final NewPassword password = new NewPassword();
    private String token = "";

    public SetPasswordView(PasswordReset reset) {
        super("password.set.title");
        this.reset = reset;
        addClassName("page-narrow");
        var save = new Button(getTranslation("action.save"), clicked -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        add(password.errors, password, save);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation()
                .getQueryParameters()
                .getParameters()
                .getOrDefault("token", List.of(""))
                .get(0);
    }

    private void save() {
        var chosen = password.value();
        if (chosen == null) {
            return;
        }
        var from = Objects.requireNonNullElse(VaadinRequest.getCurrent().getRemoteAddr(), "unknown");
        if (reset.set(token, chosen, from) instanceof Outcome.Refused<String> refused) {
            password.errors.show(refused.reasons());
            return;
        }
        getChildren().skip(1).toList().forEach(this::remove);
        var done = new Callout(Tone.GOOD, "", getTranslation("password.set.done"));
        done.getElement().setAttribute("role", "status");
        add(done, new RouterLink(getTranslation("password.set.to-login"), LoginView.class));
    }
}
