package org.yanqi.forms.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.AgentProgram;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.KeyAgent;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.SelfTestResult;
import org.yanqi.process.rekey.TestEncryption;

/** Tests whether the key opens what is encrypted to its certificate (R4), also for a pair kept for old bids only. */
class EncryptionTestCard extends Card {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient CertificatePair pair;
    private final transient TestEncryption tests;
    private final transient AgentAddress address;
    private final transient AgentProgram program;
    private final KeyAgent agent;
    private final Div news = new Div();
    private final ErrorSummary errors = new ErrorSummary();
    private boolean wanted;

    /** @param title of the card */
    EncryptionTestCard(
            String title,
            Actor actor,
            CertificatePair pair,
            TestEncryption tests,
            AgentAddress address,
            AgentProgram program) {
        super(title);
        this.actor = actor;
        this.pair = pair;
        this.tests = tests;
        this.address = address;
        this.program = program;
        addClassName("encryption-test");
        agent = new KeyAgent(address.agent(), "self-test-" + pair.id(), program.minimumVersion(), this::heard);
        news.getElement().setAttribute("aria-live", "polite");
        if (pair.state() == CertificateState.SUPERSEDED) {
            add(new Callout(
                    Tone.NOTICE, getTranslation("self-test.kept.title"), getTranslation("self-test.kept.text")));
        }
        var button = new Button(getTranslation("self-test.start"), clicked -> begin());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.addClassName("start-self-test");
        add(new Paragraph(getTranslation("self-test.text")), errors, news, button, agent);
        tests.last(actor, pair.id()).ifPresent(this::show);
    }

    private void begin() {
        errors.clear();
        wanted = true;
        agent.connect();
    }

    private void start() {
        wanted = false;
        var ticket = tests.open(actor, pair.id(), address.origin());
        if (ticket instanceof Outcome.Accepted<String> accepted) {
            agent.start(accepted.value());
        } else if (ticket instanceof Outcome.Refused<String> refused) {
            errors.show(refused.reasons());
        }
    }

    private void heard(KeyAgent.News heard) {
        news.removeAll();
        switch (heard.type()) {
            case "connecting" -> news.add(new Paragraph(getTranslation("key.connecting")));
            case "ready" -> {
                if (wanted) {
                    start();
                }
            }
            case "refused" -> news.add(KeyFailure.callout(this, "agent-" + heard.code(), -1, null));
            case "job" -> job(heard);
            default ->
                AgentTrouble.of(this, heard, address, program, this::begin)
                        .ifPresentOrElse(news::add, () -> news.add(new Paragraph(getTranslation("self-test.text"))));
        }
    }

    private void job(KeyAgent.News job) {
        switch (String.valueOf(job.state())) {
            case "waiting-for-pin" -> news.add(PinAsked.callout(this, job, address));
            case "failed" ->
                news.add(KeyFailure.callout(
                        this, job.code() == null ? "internal" : job.code(), job.triesLeft(), job.found()));
            // what the page was told moves the screen only: the result is what the server was handed
            case "done" -> tests.last(actor, pair.id()).ifPresent(this::show);
            default -> news.add(new Paragraph(getTranslation("self-test.running")));
        }
    }

    private void show(SelfTestResult result) {
        var when = new Paragraph(getTranslation("self-test.when", Format.dateTime(result.ended())));
        if (result.passed()) {
            var callout = new Callout(Tone.GOOD, getTranslation("self-test.passed"), when);
            callout.addClassName("self-test-passed");
            news.add(callout);
        } else {
            news.add(new Callout(
                    Tone.DANGER,
                    getTranslation("self-test.failed"),
                    new Paragraph(getTranslation("self-test.failed.text")),
                    when));
        }
    }
}
