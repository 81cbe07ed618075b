package org.yanqi.forms.portal;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Objects;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.PublicLayout;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.account.PasswordReset;

/** Asks for a link by which a new password can be set; answers alike whether the account exists. */
@Route(value = "password/forgotten", layout = PublicLayout.class)
@AnonymousAllowed
public class ForgottenPasswordView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient PasswordReset reset;
    private final TextField login = new TextField();

    public ForgottenPasswordView(PasswordReset reset) {
        super("password.forgotten.title");
        this.reset = reset;
        addClassName("page-narrow");
        lead(getTranslation("password.forgotten.lead"));
        login.setLabel(getTranslation("login.username"));
        login.setRequiredIndicatorVisible(true);
        login.setMaxLength(60);
        login.setWidthFull();
        var send = new Button(getTranslation("password.forgotten.send"), clicked -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickShortcut(Key.ENTER);
        add(login, send, new RouterLink(getTranslation("password.set.to-login"), LoginView.class));
    }

    private void send() {
        if (login.getValue().isBlank()) {
            login.setErrorMessage(getTranslation("login.username.required"));
            login.setInvalid(true);
            login.focus();
            return;
        }
        var request = VaadinRequest.getCurrent();
        reset.ask(login.getValue().strip(), Objects.requireNonNullElse(request.getRemoteAddr(), "unknown"));
        var sent = new Callout(Tone.GOOD, "", getTranslation("password.forgotten.sent"));
        sent.getElement().setAttribute("role", "status");
        getChildren().skip(1).toList().forEach(this::remove);
        add(sent, new RouterLink(getTranslation("password.set.to-login"), LoginView.class));
    }
}
