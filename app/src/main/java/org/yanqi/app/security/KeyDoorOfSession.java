package org.yanqi.app.security;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.yanqi.forms.component.KeyDoor;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.signin.OpenChallenge;
import org.yanqi.process.signin.TakeSignIn;

/** The door for keys as a Vaadin session sees it: its challenge, what became of it, and what was proven before. */
@Component
class KeyDoorOfSession implements KeyDoor {
    private final OpenChallenge challenges;
    private final TakeSignIn outcomes;
    private final SignInThrottle throttle;
    private final Clock clock;

    KeyDoorOfSession(OpenChallenge challenges, TakeSignIn outcomes, SignInThrottle throttle, Clock clock) {
        this.challenges = challenges;
        this.outcomes = outcomes;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public Outcome<String> ticket(String origin) {
        var from = VaadinRequest.getCurrent().getRemoteAddr();
        if (!throttle.mayTryKey(from)) {
            return Outcome.refused(Refusal.of("refusal.too-many-sign-ins"));
        }
        var opened = challenges.open(origin, from);
        session().setAttribute(KeyChallenge.ATTRIBUTE, new KeyChallenge(opened.id(), opened.secret()));
        return Outcome.accepted(opened.ticket());
    }

    @Override
    public TakeSignIn.Seen look() {
        return session().getAttribute(KeyChallenge.ATTRIBUTE) instanceof KeyChallenge kept
                ? outcomes.look(kept.id(), kept.secret())
                : new TakeSignIn.Seen(TakeSignIn.Stand.GONE, null);
    }

    @Override
    public Half half() {
        if (session().getAttribute(HalfSignIn.ATTRIBUTE) instanceof HalfSignIn half && half.isFresh(clock.instant())) {
            return half.proven() == SignInFactor.KEY ? Half.KEY : Half.PASSWORD;
        }
        return Half.NOTHING;
    }

    @Override
    public String entrance() {
        return KeySignIn.ENTRANCE.substring(1);
    }

    private static WrappedSession session() {
        return VaadinSession.getCurrent().getSession();
    }
}
