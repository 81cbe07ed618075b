package org.yanqi.forms.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.AgentProgram;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.KeyAgent;
import org.yanqi.forms.component.Live;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.OpenBidChoices;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.rekey.RekeyStage;

/** The update of one key: who must do it, the agent, the stages as they happen, failures told apart, the new expiry. */
class KeyPanel extends Card {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient OpenTicket tickets;
    private final transient Certificates certificates;
    private final transient AgentAddress address;
    private final transient AgentProgram program;
    private final transient OpenBidChoices bids;
    private final transient Catalogue catalogue;
    private final boolean mine;
    private final Div state = new Div();
    private final Div news = new Div();
    private final Div buttons = new Div();
    private final ErrorSummary errors = new ErrorSummary();
    private final Checkbox declaration = new Checkbox();
    private final Live live = new Live();
    private final ProgressBar progress = new ProgressBar();
    private final KeyAgent agent;
    private transient OrderItem item;
    private transient Optional<Rekey> rekey = Optional.empty();
    private boolean connected;
    private boolean keyRead;
    private boolean running;
    private @Nullable String drawn;

    KeyPanel(
            Actor actor,
            OrderItem item,
            boolean mine,
            OpenTicket tickets,
            Certificates certificates,
            AgentAddress address,
            AgentProgram program,
            OpenBidChoices bids,
            Catalogue catalogue) {
        super(item.holderName());
        this.actor = actor;
        this.item = item;
        this.mine = mine;
        this.tickets = tickets;
        this.certificates = certificates;
        this.address = address;
        this.program = program;
        this.bids = bids;
        this.catalogue = catalogue;
        addClassName("key-panel");
        agent = new KeyAgent(address.agent(), item.id().toString(), program.minimumVersion(), this::heard);
        news.getElement().setAttribute("aria-live", "polite");
        buttons.addClassName("row");
        declaration.setLabel(getTranslation("key.declare"));
        declaration.addClassName("declare-again");
        progress.getElement().setAttribute("aria-label", getTranslation("key.progress"));
        add(live);
        add(
                new Facts()
                        .fact(getTranslation("confirm.kind"), getTranslation("kind." + item.kind()))
                        .fact(getTranslation("certificate.key"), new Copyable(item.keySerial()))
                        .fact(getTranslation("confirm.expiry"), Format.date(item.oldExpiry())),
                state,
                errors,
                news,
                buttons);
        if (mine) {
            add(agent);
        }
    }

    /** Shows how far the server knows this item to be. */
    void show(OrderItem now, Optional<Rekey> standing) {
        settled(standing);
        item = now;
        rekey = standing;
        var what = now.state() + "/" + standing.map(Object::toString).orElse("") + "/" + connected + keyRead + running;
        if (what.equals(drawn)) {
            return;
        }
        drawn = what;
        state.removeAll();
        buttons.removeAll();
        if (now.state() == ItemState.RENEWED) {
            news.removeAll();
            state.add(renewed());
        } else if (now.state() == ItemState.SETTLED) {
            state.add(
                    new Callout(Tone.NOTICE, getTranslation("key.settled.title"), getTranslation("key.settled.text")));
        } else if (now.state() == ItemState.REFUNDED) {
            state.add(new Callout(
                    Tone.NOTICE, getTranslation("key.refunded.title"), getTranslation("key.refunded.text")));
        } else if (!mine) {
            state.add(new Callout(
                    Tone.NOTICE,
                    getTranslation("key.other.title", now.holderName()),
                    getTranslation("key.other.text", now.holderName())));
            stages();
        } else {
            standing.ifPresent(this::trouble);
            stages();
            var givenUp = standing.map(Rekey::givenUp).isPresent();
            var waiting = givenUp || standing.map(Rekey::deferredUntil).isPresent();
            if (!waiting) {
                work();
            }
            if (!running || stage() == RekeyStage.REQUEST_SENT) {
                state.add(new PutOff(
                        actor,
                        item.id(),
                        bids,
                        catalogue,
                        waiting,
                        givenUp,
                        stage() == RekeyStage.REQUEST_SENT,
                        moved -> show(item, Optional.of(moved))));
            }
        }
    }

    /** Customer service has dealt with what stopped this update: what the agent said before is over. */
    private void settled(Optional<Rekey> standing) {
        var before = rekey.map(Rekey::failure);
        if (before.isPresent() && standing.map(Rekey::failure).isEmpty() && !running) {
            news.removeAll();
            if (standing.map(Rekey::deferredUntil).isEmpty()
                    && standing.map(Rekey::givenUp).isEmpty()) {
                news.add(new Callout(Tone.GOOD, getTranslation("key.mended.title"), getTranslation("key.mended.text")));
            }
        }
    }

    private RekeyStage stage() {
        return rekey.map(Rekey::stage).orElse(RekeyStage.WAITING_FOR_KEY);
    }

    private void stages() {
        var last = RekeyStage.CONFIRMED.ordinal();
        progress.setValue(Math.min(1.0, (double) stage().ordinal() / last));
        live.say(getTranslation("key.stage.now", getTranslation("rekey-stage." + stage())));
        state.add(progress, new Stages(stage()));
    }

    private void trouble(Rekey standing) {
        if (standing.givenUp() != null) {
            state.add(new Callout(
                    Tone.NOTICE, getTranslation("key.given-up.title"), getTranslation("key.given-up.text")));
        } else if (standing.deferredUntil() != null) {
            state.add(new Callout(
                    Tone.NOTICE,
                    getTranslation("key.deferred.title"),
                    getTranslation("key.deferred.text", Format.day(standing.deferredUntil()))));
        } else if (standing.failure() != null && !running && news.getComponentCount() == 0) {
            // what the agent has just said is said once; after a reload only the server knows
            state.add(KeyFailure.callout(this, standing.failure(), -1, null));
        }
    }

    private void work() {
        if (running) {
            state.add(new Callout(Tone.WARNING, getTranslation("key.keep.title"), getTranslation("key.keep.text")));
        } else if (!connected) {
            state.add(new Paragraph(getTranslation("key.connect.text")));
            buttons.add(primary("key.connect", "connect-agent", agent::connect));
        } else if (!keyRead) {
            state.add(new Paragraph(getTranslation("key.read.text")));
            buttons.add(primary("key.read", "read-key", () -> open("read")));
        } else {
            state.add(new Paragraph(getTranslation("key.update.text")), declaration);
            buttons.add(primary("key.update", "update-key", () -> open("rekey")));
        }
    }

    private Button primary(String key, String id, Runnable action) {
        var button = new Button(getTranslation(key), clicked -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.addClassName(id);
        return button;
    }

    private void open(String operation) {
        errors.clear();
        news.removeAll();
        if (operation.equals("rekey") && !declared()) {
            return;
        }
        var ticket = tickets.open(actor, item.id(), operation, address.origin());
        if (ticket instanceof Outcome.Accepted<String> accepted) {
            agent.start(accepted.value());
        } else if (ticket instanceof Outcome.Refused<String> refused) {
            errors.show(refused.reasons());
        }
    }

    /** R4, asked again by the person who holds the key before anything is issued. */
    private boolean declared() {
        Outcome<Rekey> declared = declaration.getValue()
                ? tickets.declareAgain(actor, item.id(), true)
                : Outcome.refused(Refusal.of("refusal.declare-open-bids-again"));
        if (declared instanceof Outcome.Refused<Rekey> refused) {
            errors.show(refused.reasons());
        }
        return declared.isAccepted();
    }

    private void heard(KeyAgent.News heard) {
        news.removeAll();
        switch (heard.type()) {
            case "connecting" -> news.add(new Paragraph(getTranslation("key.connecting")));
            case "ready" -> connected = true;
            case "refused" -> refused(heard);
            case "job" -> job(heard);
            default -> running = false;
        }
        AgentTrouble.of(this, heard, address, program, agent::connect).ifPresent(this::apart);
        show(item, rekey);
    }

    /** The page and the agent are apart; what the server knows stays on screen. */
    private void apart(AgentTrouble trouble) {
        connected = false;
        running = false;
        news.add(trouble);
    }

    private void refused(KeyAgent.News heard) {
        // an update begun in another window goes on from here: its ticket finds the job that runs
        keyRead |= "busy".equals(heard.code());
        news.add(KeyFailure.callout(this, "agent-" + heard.code(), -1, null));
    }

    private void job(KeyAgent.News job) {
        connected = true;
        running = "running".equals(job.state()) || "waiting-for-pin".equals(job.state());
        if ("waiting-for-pin".equals(job.state())) {
            news.add(PinAsked.callout(this, job, address));
        } else if ("failed".equals(job.state())) {
            news.add(KeyFailure.callout(
                    this, job.code() == null ? "internal" : job.code(), job.triesLeft(), job.found()));
        } else if ("done".equals(job.state()) && "read".equals(job.operation())) {
            keyRead = true;
            news.add(new Callout(Tone.GOOD, getTranslation("key.read.done"), getTranslation("key.read.done.text")));
        } else if (running && "read".equals(job.operation())) {
            news.add(new Paragraph(getTranslation("key.reading")));
        }
    }

    private Callout renewed() {
        // another holder's certificate is not this person's to look at; the order names its last day
        var until = rekey.map(Rekey::newCertificate)
                .filter(issued -> mine)
                .map(id -> certificates.one(actor, id).lastDay())
                .orElse(item.newUntil());
        var day = new Span(getTranslation("key.done.until", Format.date(until)));
        day.addClassName("new-expiry");
        var callout = new Callout(
                Tone.GOOD, getTranslation("key.done.title"), day, new Paragraph(getTranslation("key.done.pin")));
        rekey.map(Rekey::newCertificate)
                .filter(issued -> mine)
                .map(id -> new Anchor("certificates/" + id, getTranslation("self-test.offer")))
                .ifPresent(callout::add);
        return callout;
    }
}
