package org.yanqi.forms.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.AgentProgram;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.KeyAgent;
import org.yanqi.forms.component.KeyDoor;
import org.yanqi.forms.component.Live;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.signin.TakeSignIn;

/** Sign-in with the certificate on the key: looks for the agent, gives it a challenge, and goes in when the key has answered. */
class SignInWithKey extends Div {
    private static final long serialVersionUID = 1L;
    private static final String OPERATION = "sign-in";

    private final transient KeyDoor door;
    private final transient AgentAddress address;
    private final transient AgentProgram program;
    private final KeyAgent agent;
    private final Button begin = new Button();
    private final Div news = new Div();
    private final ErrorSummary errors = new ErrorSummary();
    private final Live live = new Live();
    private boolean asked;

    SignInWithKey(KeyDoor door, AgentAddress address, AgentProgram program) {
        this.door = door;
        this.address = address;
        this.program = program;
        addClassName("key-sign-in");
        agent = new KeyAgent(address.agent(), OPERATION, program.minimumVersion(), this::heard);
        agent.needs(OPERATION);
        begin.setText(getTranslation("key-login.begin"));
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.setId("sign-in-with-key");
        begin.setDisableOnClick(true);
        begin.addClickListener(clicked -> {
            asked = true;
            errors.clear();
            agent.connect();
        });
        news.getElement().setAttribute("aria-live", "polite");
        var steps = new OrderedList(
                new ListItem(getTranslation("key-login.step.insert")),
                new ListItem(getTranslation("key-login.step.begin")),
                new ListItem(getTranslation("key-login.step.pin")));
        steps.addClassName("key-steps");
        add(steps, errors, news, begin, live, agent);
    }

    void heard(KeyAgent.News heard) {
        news.removeAll();
        switch (heard.type()) {
            case "connecting" -> news.add(new Paragraph(getTranslation("key.connecting")));
            case "ready" -> start();
            case "refused" -> failed("agent-" + heard.code(), -1, null);
            case "job" -> job(heard);
            default -> again();
        }
        AgentTrouble.of(this, heard, address, program, agent::connect).ifPresent(news::add);
    }

    /** Only after a click: a page that was merely opened asks for nothing. */
    private void start() {
        if (!asked) {
            return;
        }
        asked = false;
        var ticket = door.ticket(address.origin());
        if (ticket instanceof Outcome.Accepted<String> accepted) {
            agent.start(accepted.value());
        } else if (ticket instanceof Outcome.Refused<String> refused) {
            errors.show(refused.reasons());
            again();
        }
    }

    private void job(KeyAgent.News job) {
        switch (String.valueOf(job.state())) {
            case "waiting-for-pin" -> news.add(PinAsked.callout(this, job, address));
            case "running" -> news.add(new Paragraph(getTranslation("key-login.running")));
            case "done" -> done();
            default -> failed(job.code() == null ? "internal" : job.code(), job.triesLeft(), job.found());
        }
    }

    /** What counts is what the agent told the server, not what it told this page. */
    private void done() {
        var seen = door.look();
        if (seen.stand() == TakeSignIn.Stand.PROVEN) {
            live.say(getTranslation("key-login.done"));
            news.add(new Paragraph(getTranslation("key-login.done")));
            UI.getCurrent().getPage().setLocation(door.entrance());
        } else {
            var refusal = seen.refusal();
            failed(refusal == null ? "sign-in-gone" : refusal, -1, null);
        }
    }

    private void failed(String code, int triesLeft, @Nullable String found) {
        again();
        news.add(KeyFailure.callout(this, code, triesLeft, found));
    }

    private void again() {
        begin.setEnabled(true);
    }
}
