package org.yanqi.forms.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.AgentProgram;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.KeyDoor;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.PublicLayout;
import org.yanqi.forms.component.Tone;

/** Sign-in with account and password, whose form posts to {@code /login}, or with the certificate on the key. */
@Route(value = "login", layout = PublicLayout.class)
@AnonymousAllowed
public class LoginView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient KeyDoor door;
    private final LoginForm form = new LoginForm();
    private final Div message = new Div();
    private final NativeButton byPassword = new NativeButton(getTranslation("login.by-password"));
    private final NativeButton byKey = new NativeButton(getTranslation("login.by-key"));
    private final SignInWithKey key;

    public LoginView(CurrentActor current, KeyDoor door, AgentAddress agent, AgentProgram program) {
        super("login.heading");
        this.current = current;
        this.door = door;
        addClassName("login");
        lead(getTranslation("login.lead"));
        var points = new UnorderedList(
                new ListItem(getTranslation("login.point.1")),
                new ListItem(getTranslation("login.point.2")),
                new ListItem(getTranslation("login.point.3")));
        points.addClassName("login-points");
        form.setAction("login");
        form.setI18n(texts("login.error"));
        form.addForgotPasswordListener(forgotten -> UI.getCurrent().navigate(ForgottenPasswordView.class));
        byPassword.setId("by-password");
        byKey.setId("by-key");
        byPassword.addClickListener(clicked -> withKey(false));
        byKey.addClickListener(clicked -> withKey(true));
        var ways = new Div(byPassword, byKey);
        ways.addClassName("login-ways");
        ways.getElement().setAttribute("role", "group");
        ways.getElement().setAttribute("aria-label", getTranslation("login.ways"));
        key = new SignInWithKey(door, agent, program);
        withKey(false);
        var panel = new Div(message, ways, form, key);
        panel.addClassName("login-panel");
        add(points, panel);
    }

    private void withKey(boolean chosen) {
        key.setVisible(chosen);
        form.setVisible(!chosen);
        byKey.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
        byPassword.getElement().setAttribute("aria-pressed", Boolean.toString(!chosen));
    }

    private LoginI18n texts(String error) {
        var texts = LoginI18n.createDefault();
        var words = texts.getForm();
        words.setTitle(getTranslation("login.title"));
        words.setUsername(getTranslation("login.username"));
        words.setPassword(getTranslation("login.password"));
        words.setSubmit(getTranslation("login.submit"));
        words.setForgotPassword(getTranslation("login.forgot"));
        texts.getErrorMessage().setTitle(getTranslation(error + ".title"));
        texts.getErrorMessage().setMessage(getTranslation(error + ".text"));
        texts.getErrorMessage().setUsername(getTranslation("login.username.required"));
        texts.getErrorMessage().setPassword(getTranslation("login.password.required"));
        return texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters();
        if (current.login() != null) {
            event.forwardTo("");
        } else if (asked.containsKey("throttled")) {
            form.setI18n(texts("login.throttled"));
            form.setError(true);
        } else if (asked.containsKey("error")) {
            form.setError(true);
        }
        say(asked);
        if (asked.containsKey("key") || asked.containsKey("key-gone") || asked.containsKey("key-other")) {
            withKey(true);
        }
    }

    private void say(Map<String, List<String>> asked) {
        Map.of(
                        "signed-out", Tone.GOOD,
                        "session-over", Tone.NOTICE,
                        "key-gone", Tone.WARNING,
                        "key-other", Tone.DANGER)
                .forEach((word, tone) -> {
                    if (asked.containsKey(word)) {
                        message.add(new Callout(tone, "", getTranslation("login." + word)));
                    }
                });
        // what the address says counts only if this session has really proven it
        var half = door.half();
        if (half != KeyDoor.Half.NOTHING && (asked.containsKey("key") || asked.containsKey("password"))) {
            message.add(new Callout(
                    Tone.NOTICE,
                    getTranslation("login.half." + half + ".title"),
                    getTranslation("login.half." + half + ".text")));
        }
    }
}
